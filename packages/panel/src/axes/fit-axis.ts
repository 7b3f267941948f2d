import type { YScale } from "../lines/chart-run.ts";
import { niceRange } from "./nice-range.ts";

/** The values of one line. */
export interface AxisLine {
  readonly run: string;
  readonly y: readonly number[];
  /** Where its band begins and ends. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] };
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
}

/** A log axis with a longer way from its lowest to its highest value begins and ends at powers of ten. */
const WIDE = 1000;
/** The powers of ten between which an axis can be drawn. */
const [LEAST_POWER, MOST_POWER] = [-280, 308];
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
 *
 * @param intervals about how many there are between ticks. @default 5
 */
export function fitAxis(lines: readonly AxisLine[], scale: YScale, intervals?: number): FittedAxis {
  const all = lines.map((line) => valuesOf(line, scale === "log"));
  const fitted = withoutBroken(all);
  const values = joined(fitted).sort();
  const low = values[0];
  const high = values.at(-1);
  if (low === undefined || high === undefined) {
    const empty = scale === "log" ? { min: 0.1, max: 1 } : niceRange(0, 1);
    return { ...empty, leaving: [] };
  }
  const starts = fitted.flatMap(({ values: [start] }) => start ?? []);
  const [from, to] = scale === "log" ? [low, high] : cut(values, starts);
  const range = rangeFor(from, to, scale, intervals);
  const leaving = new Set<string>();
  let furthest: number | undefined;
  // The ends are round, but for the dust of binary arithmetic.
  const room = (range.max - range.min) * 1e-6;
  const [least, most] = [range.min - room, range.max + room];
  for (const { run, low, high } of all) {
    for (const value of [low, high]) {
      if (!Number.isFinite(value) || (value >= least && value <= most)) continue;
      leaving.add(run);
      if (beyond(value, least, most) > beyond(furthest, least, most)) furthest = value;
    }
  }
  return {
    ...range,
    leaving: [...leaving],
    ...(furthest !== undefined && { furthest }),
  };
}

function rangeFor(from: number, to: number, scale: YScale, intervals?: number) {
  if (scale === "log") return logRange(from, to);
  const [low, high] = scale === "zero" ? [Math.min(0, from), Math.max(0, to)] : [from, to];
  return niceRange(low, high, intervals);
}

/** The values of a line that an axis can show. */
interface ShownValues {
  readonly run: string;
  readonly values: Float64Array;
  /** Infinite where there are none. */
  readonly low: number;
  readonly high: number;
  /** Whether its last value is finite. */
  readonly endsWell: boolean;
}

/** The finite ones; of a band its ends too, between which the line lies. In loops: there may be hundreds of thousands. */
function valuesOf({ run, y, band }: AxisLine, isLog: boolean): ShownValues {
  const values = new Float64Array(band === undefined ? y.length : 3 * y.length);
  let [count, low, high] = [0, Infinity, -Infinity];
  const take = (value: number) => {
    if (!Number.isFinite(value) || (isLog && value <= 0)) return;
    values[count++] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (let i = 0; i < y.length; i++) {
    const value = y[i] ?? Number.NaN;
    take(value);
    if (band === undefined) continue;
    take(band.low[i] ?? value);
    take(band.high[i] ?? value);
  }
  const endsWell = Number.isFinite(y.at(-1));
  return { run, values: values.subarray(0, count), low, high, endsWell };
}

function joined(lines: readonly ShownValues[]): Float64Array {
  const all = new Float64Array(lines.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values } of lines) {
    all.set(values, at);
    at += values.length;
  }
  return all;
}

/** Leaves out the lines that ended as NaN, where they would take noticeable room from the others. */
function withoutBroken(lines: readonly ShownValues[]): readonly ShownValues[] {
  const sound = lines.filter(({ endsWell }) => endsWell);
  if (sound.length === lines.length) return lines;
  return extent(lines) > BROKEN_MAY_WIDEN * extent(sound) && extent(sound) > 0 ? sound : lines;
}

function extent(lines: readonly ShownValues[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const line of lines) {
    low = Math.min(low, line.low);
    high = Math.max(high, line.high);
  }
  return Math.max(0, high - low);
}

function cut(sorted: Float64Array, starts: readonly number[]): readonly [number, number] {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 1;
  const [fenceLow, fenceHigh] = fences(sorted);
  const [startLow, startHigh] = fences(Float64Array.from(starts).sort());
  const fair = starts.filter((value) => value >= startLow && value <= startHigh);
  const first = sorted.find((value) => value >= fenceLow) ?? Infinity;
  const last = sorted.findLast((value) => value <= fenceHigh) ?? -Infinity;
  const from = fair.reduce((a, b) => Math.min(a, b), first);
  const to = fair.reduce((a, b) => Math.max(a, b), last);
  return high - low > WORTH_CUTTING * (to - from) && to > from ? [from, to] : [low, high];
}

function fences(sorted: Float64Array): readonly [number, number] {
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
  if (high / low < WIDE) {
    const min = roundBelow(low);
    return { min, max: Math.max(10 * min, roundAbove(high)) };
  }
  return {
    min: 10 ** Math.max(LEAST_POWER, Math.floor(Math.log10(low))),
    max: 10 ** Math.min(MOST_POWER, Math.max(LEAST_POWER + 2, Math.ceil(Math.log10(high)))),
  };
}

const FACTORS = [1, 2, 5, 10];

/** The greatest of 1, 2, 5, 10, 20 and so on that is not above a value. */
function roundBelow(value: number): number {
  const power = 10 ** Math.max(LEAST_POWER, Math.floor(Math.log10(value)));
  return power * (FACTORS.findLast((factor) => factor * power <= value * (1 + 1e-9)) ?? 1);
}

/** The least of them that is not below it. */
function roundAbove(value: number): number {
  const power = 10 ** Math.max(LEAST_POWER, Math.floor(Math.log10(value)));
  const factor = FACTORS.find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return Math.min(Number.MAX_VALUE, power * factor);
}
