import type { ChartLine } from "./chart-line.ts";
import type { XRange } from "./x-range.ts";

/** Of a line as long as the axis more points than this are folded, of a shorter one fewer: as a line they would be a block of ink. */
const MOST = 480;
const MOST_BUCKETS = 240;
/** A line with fewer is never folded: people read single points. */
const LEAST = 100;
/** Of these many points there is a mean. */
const POINTS_A_BUCKET = 4;

/**
 * A line of many points, or of many buckets of points, as a mean with its band from the lowest to the highest, in equal stretches of x. A line of
 * few stays as it is, and so does a group of runs, whose band is its spread. It is broken where a stretch has no finite value. A thinned line
 * without buckets has the lowest and the highest of more points: its middle is theirs, its band exact.
 */
export function foldLine(line: ChartLine, range: XRange): ChartLine {
  const { band, n: counts } = line;
  const isThinned = line.stored > line.drawn;
  const length = range.max - range.min;
  const part = Math.min(1, ((line.x.at(-1) ?? 0) - (line.x[0] ?? 0)) / length);
  const isFew = line.x.length <= Math.max(LEAST, MOST * part) && (!isThinned || band !== undefined);
  if (isFew || (band !== undefined && !isThinned)) return line;
  const perBucket = band === undefined ? POINTS_A_BUCKET : 1;
  const buckets = Math.min(MOST_BUCKETS * part, Math.ceil(line.x.length / perBucket));
  const width = buckets > 0 ? (length * part) / buckets : length;
  const x: number[] = [];
  const mean: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const n: number[] = [];
  for (let from = 0, to = 0; from < line.x.length; from = to) {
    const bucket = Math.floor(((line.x[from] ?? 0) - range.min) / width);
    let [count, place, middle, least, most] = [0, 0, 0, Infinity, -Infinity];
    for (; to < line.x.length; to++) {
      const at = line.x[to] ?? 0;
      if (Math.floor((at - range.min) / width) !== bucket) break;
      const value = line.y[to] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      const own = counts?.[to] ?? 1;
      count += own;
      place += (at - place) * (own / count);
      // Never a sum or a difference of two: those of large values would overflow.
      middle = middle * (1 - own / count) + value * (own / count);
      least = Math.min(least, band?.low[to] ?? value);
      most = Math.max(most, band?.high[to] ?? value);
    }
    x.push(count === 0 ? (line.x[from] ?? 0) : place);
    mean.push(count === 0 ? Number.NaN : middle);
    low.push(count === 0 ? Number.NaN : least);
    high.push(count === 0 ? Number.NaN : most);
    n.push(count);
  }
  return { ...line, x, y: mean, band: { low, high }, n };
}
