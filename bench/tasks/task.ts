import type { Hand } from "./hand.ts";

/** Where a task begins: paths of the seeded projects. */
export interface Places {
  /** 200 runs: 8 configs, 5 seeds each, on 5 days. */
  readonly sweep: string;
  /** Six runs: one stopped early, one diverged, some overfit. */
  readonly odd: string;
  /** Two runs of one script, and some that failed. */
  readonly pair: string;
}

/** Something that a person wants to know or to do. */
export interface Task {
  readonly question: string;
  /** The address that is opened first. @default "sweep" */
  readonly at?: keyof Places;
  /** What a person does until the answer is on the page. It throws where the answer does not come. */
  readonly act: (hand: Hand) => Promise<void>;
  /** The test that shows it: a file of `e2e/tests` and a title in it. */
  readonly story: readonly [file: string, title: string];
  /** What the reference has measured of others. */
  readonly rivals?: string;
}
