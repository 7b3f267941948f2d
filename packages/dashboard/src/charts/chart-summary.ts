import { counted, formatCount, formatValue } from "@epochal/conclusions";
import type { ChartLine } from "./chart-line.ts";
import type { FittedAxis } from "./fit-axis.ts";

/** What a chart shows and what it leaves out, in words. */
export interface ChartSummary {
  /** "6 runs · 324 of 324 points" */
  readonly meta: string;
  /** "1 run leaves the axis (to 1123)" */
  readonly leaving?: string;
}

/** Says how much of what is stored a chart draws, and who leaves its axis. */
export function chartSummary(lines: readonly ChartLine[], axis: FittedAxis): ChartSummary {
  const runs = new Set(lines.map(({ run }) => run)).size;
  const sum = (of: (line: ChartLine) => number) =>
    lines.reduce((total, line) => total + of(line), 0);
  const drawn = sum(({ drawn: count }) => count) - axis.belowLog;
  const stored = sum(({ stored: count }) => count);
  const points = `${formatCount(drawn)} of ${counted(stored, "point")}`;
  const log =
    axis.belowLog > 0 ? ` · ${formatCount(axis.belowLog)} not above 0, not on a log axis` : "";
  const meta = `${counted(runs, "run")} · ${points}${log}`;
  if (axis.furthest === undefined) return { meta };
  const count = axis.leaving.length;
  const verb = count === 1 ? "leaves" : "leave";
  return {
    meta,
    leaving: `${counted(count, "run")} ${verb} the axis (to ${formatValue(axis.furthest)})`,
  };
}
