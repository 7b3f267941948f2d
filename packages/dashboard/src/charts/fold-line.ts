import type { ChartLine } from "./chart-line.ts";
import type { XRange } from "./x-range.ts";

/** A line with more points than this is folded: as a line it would be a block of ink. */
const MOST = 480;
const MOST_BUCKETS = 240;
/** Of these many points there is a mean. */
const POINTS_A_BUCKET = 4;

/**
 * A line of many points as a mean with its band from the lowest to the highest, in equal stretches of x. A line of few points, and
 * one that has a band already, stays as it is. It is broken where a stretch has no finite value. A thinned line has the lowest and the highest
 * of more points: its middle is theirs, its band exact.
 */
export function foldLine(line: ChartLine, range: XRange): ChartLine {
  const isThinned = line.stored > line.drawn;
  if (line.band !== undefined || (line.x.length <= MOST && !isThinned)) return line;
  const buckets = Math.min(MOST_BUCKETS, Math.ceil(line.x.length / POINTS_A_BUCKET));
  const width = (range.max - range.min) / buckets;
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
      count++;
      place += (at - place) / count;
      middle += value / count - middle / count;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    x.push(count === 0 ? (line.x[from] ?? 0) : place);
    mean.push(count === 0 ? Number.NaN : middle);
    low.push(count === 0 ? Number.NaN : least);
    high.push(count === 0 ? Number.NaN : most);
    n.push(count);
  }
  return { ...line, x, y: mean, band: { low, high }, n };
}
