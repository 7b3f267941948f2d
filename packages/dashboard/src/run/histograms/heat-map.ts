import type { RunEvent } from "@epochal/record";
import type { HeatMap } from "../../wire/histograms.ts";

type Histogram = Pick<
  Extract<RunEvent, { readonly type: "histogram" }>,
  "epoch" | "edges" | "counts"
>;

const CELLS = 64;
const MOST_ROWS = 240;

/**
 * Lays histograms over each other, whose edges differ: from the lowest edge of all to the highest in equal cells. What a bin counts is
 * spread evenly over the cells that it covers.
 */
export function heatMap(histograms: readonly Histogram[]): HeatMap {
  // Of an epoch that was trained twice the later one counts.
  const sound = histograms.filter(isSound);
  const byEpoch = new Map(sound.map((each) => [each.epoch, each]));
  const all = [...byEpoch.values()].sort((a, b) => a.epoch - b.epoch);
  const step = Math.max(1, Math.ceil(all.length / MOST_ROWS));
  const shown = all.filter((_, i) => i % step === 0 || i === all.length - 1);
  const min = Math.min(...shown.map(({ edges }) => edges[0] ?? 0));
  const max = Math.max(...shown.map(({ edges }) => edges.at(-1) ?? 0));
  return {
    epochs: shown.map(({ epoch }) => epoch),
    total: all.length,
    unread: histograms.length - sound.length,
    ...(shown.length === 0 ? { min: 0, max: 0 } : { min, max }),
    rows: shown.map((histogram) => sharesOf(histogram, min, max)),
  };
}

function isSound({ epoch, edges, counts }: Histogram): boolean {
  if (!Number.isFinite(epoch) || !Array.isArray(edges) || !Array.isArray(counts)) return false;
  const isCounted = counts.length > 0 && edges.length === counts.length + 1;
  return isCounted && [...edges, ...counts].every((each) => Number.isFinite(each));
}

function sharesOf({ edges, counts }: Histogram, min: number, max: number): number[] {
  const cells = new Array<number>(CELLS).fill(0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const width = (max - min) / CELLS;
  if (total === 0) return cells;
  for (const [i, count] of counts.entries()) {
    const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    const first = width > 0 ? Math.min(CELLS - 1, Math.floor((from - min) / width)) : 0;
    const last =
      width > 0 ? Math.min(CELLS - 1, Math.max(first, Math.ceil((to - min) / width) - 1)) : 0;
    for (let cell = first; cell <= last; cell++) {
      const low = Math.max(from, min + cell * width);
      const high = cell === last ? to : Math.min(to, min + (cell + 1) * width);
      const part = to > from ? Math.max(0, high - low) / (to - from) : 1 / (last - first + 1);
      cells[cell] = (cells[cell] ?? 0) + (part * count) / total;
    }
  }
  return cells;
}
