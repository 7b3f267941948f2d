import type { YScale } from "./chart-run.ts";
import { niceRange } from "./nice-range.ts";

/** The values of one line. */
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
const BROKEN_MAY_WIDEN = 1.25;
/** With fewer values, none can be said to lie far from the others. */
const ENOUGH_VALUES = 8;

/**
 * Fits the y axis to what is worth comparing: values far beyond the others are left out, so that one diverging run does not
 * flatten the rest. A run that ended as NaN does not widen the axis of runs that did not. The first value of every run fits. A value
 * lies far beyond the others if it is more than four interquartile ranges outside the middle half (Tukey's fences, wider). It is
 * left out only if that gives the others three times the room.
 */
export function fitAxis(lines: readonly AxisLine[], scale: YScale): FittedAxis {
  const shown = scale === "log" ? (value: number) => value > 0 : () => true;
  const finite = (line: AxisLine) => line.y.filter((value) => Number.isFinite(value));
  const belowLog = lines.flatMap(finite).filter((value) => !shown(value)).length;
  const fitted = withoutBroken(
    lines.map((line) => ({ run: line.run, y: finite(line).filter(shown), ends: endsWell(line) })),
  );
  const starts = fitted.flatMap(({ y }) => y.slice(0, 1));
  const values = fitted.flatMap(({ y }) => y).sort((a, b) => a - b);
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

interface EndedLine extends AxisLine {
  readonly ends: boolean;
}

/** Leaves out the lines that ended as NaN, where they would take noticeable room from the others. */
function withoutBroken(lines: readonly EndedLine[]): readonly EndedLine[] {
  const sound = lines.filter(({ ends }) => ends);
  return extent(lines) > BROKEN_MAY_WIDEN * extent(sound) && extent(sound) > 0 ? sound : lines;
}

function extent(lines: readonly AxisLine[]): number {
  let low = Infinity;
  let high = -Infinity;
  for (const value of lines.flatMap(({ y }) => y)) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return Math.max(0, high - low);
}

function cut(sorted: readonly number[], starts: readonly number[]): readonly [number, number] {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 1;
  const [fenceLow, fenceHigh] = fences(sorted);
  const sortedStarts = [...starts].sort((a, b) => a - b);
  const [startLow, startHigh] = fences(sortedStarts);
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
  if (spread === 0 || sorted.length < ENOUGH_VALUES) return [-Infinity, Infinity];
  return [at(0.25) - FENCE * spread, at(0.75) + FENCE * spread];
}

const beyond = (value: number | undefined, from: number, to: number) =>
  value === undefined ? 0 : Math.max(from - value, value - to);

function logRange(low: number, high: number) {
  if (high / low < 10) {
    const { min, max } = niceRange(low, high);
    return { min: min > 0 ? min : low / 1.1, max };
  }
  return { min: 10 ** Math.floor(Math.log10(low)), max: 10 ** Math.ceil(Math.log10(high)) };
}
