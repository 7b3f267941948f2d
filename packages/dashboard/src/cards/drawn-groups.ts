import type { RunColor } from "../colors/run-color.ts";
import type { BandsQuestion } from "../wire/questions.ts";

/** A group whose middle and spread are drawn. */
interface DrawnGroup {
  readonly id: string;
  readonly label: string;
  readonly color: RunColor;
  /** Whether it is one of many behind the coloured ones. */
  readonly context: boolean;
  /** Ids of its runs. */
  readonly runs: readonly string[];
}

/** Groups that are drawn instead of their runs. */
export interface DrawnGroups {
  /** What is asked of the server for each series. */
  readonly question: Omit<BandsQuestion, "key" | "x">;
  readonly groups: readonly DrawnGroup[];
}
