import type { ChartLine } from "../lines/chart-line.ts";

/** The kind of a value that cannot be drawn. */
export type LaneKind = "NaN" | "∞" | "-∞";

/** A place in the lane below the plot. */
export interface LaneMark {
  readonly run: string;
  readonly x: number;
  readonly kind: LaneKind;
}

const kindOf = (value: number): LaneKind => (Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞");

/** Where the lines of a chart are broken, and by what, in the order of x. */
export function laneMarks(lines: readonly Pick<ChartLine, "run" | "broken">[]): LaneMark[] {
  return lines
    .flatMap(({ run, broken }) => broken.map(({ x, value }) => ({ run, x, kind: kindOf(value) })))
    .sort((a, b) => a.x - b.x);
}

/** The name of the lane, by what stands in it: `NaN`, `∞`, `-∞`, `±∞`, `NaN ∞`. */
export function laneName(marks: readonly LaneMark[]): string {
  const has = (kind: LaneKind) => marks.some((mark) => mark.kind === kind);
  const infinite = has("∞") && has("-∞") ? ["±∞"] : (["∞", "-∞"] as const).filter(has);
  return [...(has("NaN") ? ["NaN"] : []), ...infinite].join(" ");
}
