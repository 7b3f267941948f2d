/** A run of a group, with its value of the metric. */
interface GroupedValue {
  readonly id: string;
  readonly name: string;
  /** Absent where it has no finite one. */
  readonly value?: number;
}

/** A group of runs: those that match a query. */
export interface GroupOfDiff {
  readonly where: string;
  readonly runs: readonly GroupedValue[];
}

/** Two groups of runs beside each other, as their page shows them. */
export interface GroupDiffData {
  readonly project: string;
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
  readonly metric?: string | undefined;
  /** How many groups these two were chosen from. */
  readonly of?: number | undefined;
}
