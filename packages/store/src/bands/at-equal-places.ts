import type { Line, PlacedLines } from "./line.ts";

/**
 * Puts lines at equal places: at every x that any of them has, or in buckets of equal width where there are more than `points`
 * of these or a line is read in stretches. A line with several values at a place counts there with their mean.
 */
export function atEqualPlaces(lines: readonly Line[], points: number): PlacedLines {
  const places = new Set<number>();
  for (const line of lines) for (const x of line.x) places.add(x);
  const stretches = lines.flatMap(({ stretch }) => (stretch === undefined ? [] : [stretch]));
  if (places.size <= points && stretches.length === 0) return gather(lines, places, (x) => x);
  const least = stretches.reduce((most, { width = 0 }) => Math.max(most, width), 0);
  const width = Math.max(least, bucketWidth(places, points));
  const bucketOf = (x: number) => Math.floor(x / width) * width;
  const buckets = new Set<number>();
  for (const x of places) buckets.add(bucketOf(x));
  return { ...gather(lines, buckets, bucketOf), width };
}

/** The smallest power of two of which `points` buckets are enough. They begin at its multiples, and stay where they are as lines grow. */
function bucketWidth(places: ReadonlySet<number>, points: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (const x of places) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  if (low === high) return 1;
  let width = 2 ** Math.floor(Math.log2((high - low) / points));
  while (Math.floor(high / width) - Math.floor(low / width) >= points) width *= 2;
  return width;
}

function gather(
  lines: readonly Line[],
  places: ReadonlySet<number>,
  placeOf: (x: number) => number,
): PlacedLines {
  const x = [...places].sort((a, b) => a - b);
  const index = new Map(x.map((place, i) => [place, i]));
  const values = lines.map(() => new Float64Array(x.length).fill(Number.NaN));
  const bad = lines.map(() => new Float64Array(x.length));
  for (const [l, line] of lines.entries()) {
    const counts = new Float64Array(x.length);
    const [means, bads] = [values[l], bad[l]];
    if (means === undefined || bads === undefined) continue;
    for (let i = 0; i < line.x.length; i++) {
      const place = index.get(placeOf(line.x[i] ?? 0)) ?? 0;
      const count = line.count[i] ?? 0;
      bads[place] = (bads[place] ?? 0) + (line.bad[i] ?? 0);
      if (count === 0) continue;
      const total = (counts[place] ?? 0) + count;
      const before = counts[place] === 0 ? 0 : (means[place] ?? 0);
      counts[place] = total;
      means[place] = between(before, line.mean[i] ?? 0, count / total);
    }
  }
  return { x, values, bad };
}

/** The value a share of the way from `a` to `b`, also where their difference is too large for a number. */
export function between(a: number, b: number, share: number): number {
  const way = b - a;
  return Number.isFinite(way) ? a + way * share : a * (1 - share) + b * share;
}
