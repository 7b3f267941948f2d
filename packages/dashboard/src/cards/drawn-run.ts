import type { BestOfRun, RunColor } from "@epochal/panel/charts";

/** A run whose curves are drawn. */
export interface DrawnRun extends BestOfRun {
  readonly label: string;
  readonly color: RunColor;
  readonly startedAt: number;
  /** Whether it is one of many behind the coloured ones. */
  readonly context: boolean;
}
