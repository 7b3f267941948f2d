import type { RunColor } from "@epochal/panel/charts";
import type { BandsQuestion } from "../wire/questions.ts";

/** A group whose middle and spread are drawn. */
interface DrawnGroup {
  readonly id: string;
  readonly label: string;
  readonly color: RunColor;
  /** Whether it is one of many behind the coloured ones. */
  readonly context: boolean;
  /** How many runs it has. */
  readonly count: number;
}

/** Groups that are drawn instead of their runs. */
export interface DrawnGroups {
  /** What is asked of the server for each series; undefined until it is known of which runs. */
  readonly question: Omit<BandsQuestion, "key" | "x"> | undefined;
  readonly groups: readonly DrawnGroup[];
}
