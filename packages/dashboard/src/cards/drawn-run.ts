import type { RunColor } from "../colors/run-color.ts";
import type { Trace } from "../wire/answers.ts";
import type { BestOfRun } from "./best-point.ts";

/** A run whose curves are drawn. */
export interface DrawnRun extends BestOfRun {
  readonly label: string;
  readonly color: RunColor;
  readonly startedAt: number;
  /** Whether it is one of many behind the coloured ones. */
  readonly context: boolean;
  /** What early stopping saw; absent where it did not watch, or until it has come. */
  readonly trace?: Trace | undefined;
}
