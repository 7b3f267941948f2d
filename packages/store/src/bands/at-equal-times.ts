import { between } from "./at-equal-places.ts";
import type { Line, PlacedLines } from "./line.ts";

interface Times {
  readonly points: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Puts lines at equal times, evenly spaced from the first value of any to the last, but not before `from` nor after `to`. Between two
 * neighbouring values a line is straight; before its first, after its last, and beside a value that is not finite it has no value.
 */
export function atEqualTimes(lines: readonly Line[], { points, from, to }: Times): PlacedLines {
  const sorted = lines.map(byTime);
  const first = sorted.reduce((least, { x }) => Math.min(least, x[0] ?? Infinity), Infinity);
  const last = sorted.reduce((most, { x }) => Math.max(most, x.at(-1) ?? -Infinity), -Infinity);
  const x = placesFrom(Math.max(first, from), Math.min(last, to), points);
  const placed = sorted.map((line) => follow(line, x));
  return { x, values: placed.map(({ values }) => values), bad: placed.map(({ bad }) => bad) };
}

interface TimedLine {
  readonly x: readonly number[];
  /** NaN where it is not finite. */
  readonly mean: readonly number[];
}

/**
 * In the order of time: late steps were logged after the steps that follow them. Of values logged at the same time the one of
 * the highest step counts.
 */
function byTime({ x, mean }: Line): TimedLine {
  const order = x.map((_, i) => i).sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b);
  const last = order.filter((place, i) => x[place] !== x[order[i + 1] ?? -1]);
  return { x: last.map((i) => x[i] ?? 0), mean: last.map((i) => mean[i] ?? Number.NaN) };
}

function placesFrom(first: number, last: number, points: number): number[] {
  if (!(first < last)) return first === last ? [first] : [];
  // The last one as it is: a sum of steps may miss it.
  return Array.from({ length: points }, (_, i) =>
    i === points - 1 ? last : first + ((last - first) * i) / (points - 1),
  );
}

function follow(line: TimedLine, places: readonly number[]) {
  const values = new Float64Array(places.length).fill(Number.NaN);
  const bad = new Float64Array(places.length);
  const end = line.x.length - 1;
  let at = 0;
  for (const [i, x] of places.entries()) {
    if (x < (line.x[0] ?? Infinity) || x > (line.x[end] ?? -Infinity)) continue;
    while (at < end && (line.x[at + 1] ?? 0) <= x) at++;
    const value = valueAt(line, at, x);
    values[i] = value;
    if (Number.isNaN(value)) bad[i] = 1;
  }
  return { values, bad };
}

function valueAt({ x, mean }: TimedLine, at: number, place: number): number {
  const [from, to] = [x[at] ?? 0, x[at + 1] ?? Infinity];
  const value = mean[at] ?? Number.NaN;
  return place === from
    ? value
    : between(value, mean[at + 1] ?? Number.NaN, (place - from) / (to - from));
}
