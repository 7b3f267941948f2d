/** A run of a group, with its value of the metric. */
interface GroupedValue {
  readonly id: string;
  readonly name: string;
  /** Absent where it has no finite one. */
  readonly value?: number;
}

/** A group of runs: those that match a query. */
export interface GroupOfDiff {
  /** By what tells it from the other one: `64 units`. */
  readonly name: string;
  readonly where: string;
  /** How many runs it has. */
  readonly total: number;
  /** The best of them first, not all where there are many. */
  readonly runs: readonly GroupedValue[];
}

/** Two groups of runs beside each other, as their page shows them. */
export interface GroupDiffData {
  readonly project: string;
  /** Runs that are kept elsewhere, instead of those that lists show. */
  readonly in?: "archive" | "trash";
  /** `64 units over 32` */
  readonly title: string;
  /** The query that holds for both; empty where none does. */
  readonly both: string;
  readonly a: GroupOfDiff;
  readonly b: GroupOfDiff;
  /** What they are judged by; absent where no run has values. */
  readonly key?: string;
  readonly direction?: "max" | "min";
  readonly per?: "epoch" | "batch";
  /** By how much B is above A, and whether that is more than chance. */
  readonly words: string;
  /** What makes the comparison doubtful, a sentence each. */
  readonly warnings: readonly string[];
}

/** What the address of such a page asks for. */
export interface GroupDiffAsked {
  readonly project: string;
  /** Queries. */
  readonly a: string;
  readonly b: string;
  readonly in?: "archive" | "trash" | undefined;
  readonly metric?: string | undefined;
  /** Which way the metric is better, where its series do not say. */
  readonly direction?: "max" | "min" | undefined;
  /** How many groups these two were chosen from. */
  readonly of?: number | undefined;
  /** Which of the two is the best of those, if one is. */
  readonly best?: "b" | undefined;
}
