import { counted, formatCount, formatValue } from "@epochal/conclusions";
import type { FittedAxis } from "../axes/fit-axis.ts";
import { formatTick } from "../axes/format-tick.ts";
import type { BelowLog } from "../lines/below-log.ts";
import type { ChartLine } from "../lines/chart-line.ts";

/** What a chart shows and what it leaves out, in words. */
export interface ChartSummary {
  /** "6 runs · 324 of 324 points" */
  readonly meta: string;
  /** "1 run leaves the axis (to 1123)" */
  readonly leaving?: string;
}

export interface SummaryOptions {
  /** What the lines are of. @default "run" */
  readonly of?: "run" | "group";
  /** The weight of the smoothing. @default 0 */
  readonly smoothing?: number;
  /** What cannot be shown on a log axis. @default nothing: it is no log axis */
  readonly below?: BelowLog | undefined;
}

/** Says how much of what is stored a chart draws, how it is shown, and who leaves its axis. */
export function chartSummary(
  lines: readonly ChartLine[],
  axis: FittedAxis,
  { of = "run", smoothing = 0, below }: SummaryOptions = {},
): ChartSummary {
  const runs = new Set(lines.map(({ run }) => run)).size;
  const sum = (each: (line: ChartLine) => number) =>
    lines.reduce((total, line) => total + each(line), 0);
  const drawn = sum(({ drawn: count }) => count) - (below?.count ?? 0);
  const stored = sum(({ stored: count }) => count);
  const most = below?.isAtLeast ? "at most " : "";
  const points = `${most}${formatCount(drawn)} of ${counted(stored, "point")}`;
  const smooth = smoothing > 0 ? ` · smoothed ${formatTick(smoothing)}` : "";
  const meta = `${counted(runs, of)} · ${points}${logWords(below)}${smooth}`;
  if (axis.furthest === undefined) return { meta };
  const count = axis.leaving.length;
  const verb = count === 1 ? "leaves" : "leave";
  return {
    meta,
    leaving: `${counted(count, of)} ${verb} the axis (to ${formatValue(axis.furthest)})`,
  };
}

function logWords(below: BelowLog | undefined): string {
  if (below === undefined || below.count === 0) return "";
  const least = below.isAtLeast ? "at least " : "";
  return ` · ${least}${formatCount(below.count)} not above 0, not on a log axis`;
}
