import type { YScale } from "./chart-run.ts";
import { niceRange } from "./nice-range.ts";

/** Values of one line as far as the axis has to know them. */
export interface AxisLine {
  readonly run: string;
  readonly y: readonly number[];
}

/** The y axis of a chart, and who does not fit on it. */
export interface FittedAxis {
  readonly min: number;
  readonly max: number;
  /** The distance of the ticks; absent on a log axis. */
  readonly step?: number;
  /** Runs with values beyond the axis, and the value furthest out. */
  readonly leaving: readonly string[];
  readonly furthest?: number;
  /** Values that a log axis cannot show: zero and below. */
  readonly belowLog: number;
}

const FENCE = 4;
const WORTH_CUTTING = 3;

/**
 * Fits the y axis to what is worth comparing: values far beyond the others are left out, so that one diverging run does not
 * flatten the rest. A run that ended as NaN does not widen the axis of runs that did not. Where the runs started always fits. Far is more than four interquartile ranges outside the middle half
 * (Tukey's fences, wider), and nothing is cut that would not give the others three times the room.
 */
export function fitAxis(lines: readonly AxisLine[], scale: YScale): FittedAxis {
  const shown = scale === "log" ? (value: number) => value > 0 : () => true;
  const finite = (line: AxisLine) => line.y.filter((value) => Number.isFinite(value));
  const belowLog = lines.flatMap(finite).filter((value) => !shown(value)).length;
  const fitted = lines.some(endsWell) ? lines.filter(endsWell) : lines;
  const starts = fitted.flatMap((line) => finite(line).filter(shown).slice(0, 1));
  const values = fitted
    .flatMap(finite)
    .filter(shown)
    .sort((a, b) => a - b);
  const low = values[0];
  const high = values.at(-1);
  if (low === undefined || high === undefined) {
    return { min: scale === "log" ? 0.1 : 0, max: 1, leaving: [], belowLog };
  }
  const [from, to] = scale === "log" ? [low, high] : cut(values, starts);
  const leaving = new Set<string>();
  let furthest: number | undefined;
  for (const line of lines) {
    for (const value of finite(line)) {
      if (!shown(value) || (value >= from && value <= to)) continue;
      leaving.add(line.run);
      if (beyond(value, from, to) > beyond(furthest, from, to)) furthest = value;
    }
  }
  const range = scale === "log" ? logRange(from, to) : niceRange(from, to);
  return { ...range, leaving: [...leaving], ...(furthest !== undefined && { furthest }), belowLog };
}

const endsWell = (line: AxisLine) => Number.isFinite(line.y.at(-1));

function cut(sorted: readonly number[], starts: readonly number[]): readonly [number, number] {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 1;
  const [fenceLow, fenceHigh] = fences(sorted);
  const sortedStarts = starts.length < 4 ? [] : [...starts].sort((a, b) => a - b);
  const [startLow, startHigh] = sortedStarts.length === 0 ? [low, high] : fences(sortedStarts);
  const fair = starts.filter((value) => value >= startLow && value <= startHigh);
  const inside = (value: number) => value >= fenceLow && value <= fenceHigh;
  const kept = [...sorted.filter(inside), ...fair];
  const from = kept.reduce((a, b) => Math.min(a, b), Infinity);
  const to = kept.reduce((a, b) => Math.max(a, b), -Infinity);
  return high - low > WORTH_CUTTING * (to - from) && to > from ? [from, to] : [low, high];
}

function fences(sorted: readonly number[]): readonly [number, number] {
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? 0;
  const spread = at(0.75) - at(0.25);
  if (spread === 0) return [-Infinity, Infinity];
  return [at(0.25) - FENCE * spread, at(0.75) + FENCE * spread];
}

const beyond = (value: number | undefined, from: number, to: number) =>
  value === undefined ? 0 : Math.max(from - value, value - to);

function logRange(low: number, high: number) {
  if (high / low < 10) {
    return { min: low / 1.1, max: high * 1.1 };
  }
  return { min: 10 ** Math.floor(Math.log10(low)), max: 10 ** Math.ceil(Math.log10(high)) };
}
