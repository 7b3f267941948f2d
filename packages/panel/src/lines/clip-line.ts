import type { ChartLine } from "./chart-line.ts";
import type { XRange } from "./x-range.ts";

/** What a range shows of a line: its points there, and one on either side so that the line goes on to the edge. */
export function clipLine(line: ChartLine, { min, max }: XRange): ChartLine {
  const { x, y, band, n, smooth } = line;
  if ((x[0] ?? min) >= min && (x.at(-1) ?? max) <= max) return line;
  let from = x.findIndex((place) => place >= min);
  let to = x.findLastIndex((place) => place <= max);
  if (from < 0) from = x.length;
  const inside = Math.max(0, to - from + 1);
  const isComplete =
    inside > 0
      ? isWithin(line.complete, x[from], x[to])
      : // A line that ended before or begins behind has no points there; one that goes on may have.
        from === 0 || to === x.length - 1 || isWithin(line.complete, x[from - 1], x[from]);
  from = Math.max(0, from - 1);
  to = Math.min(x.length, to + 2);
  const cut = (list: readonly number[]) => list.slice(from, to);
  return {
    ...line,
    x: cut(x),
    y: cut(y),
    ...(band && { band: { low: cut(band.low), high: cut(band.high) } }),
    ...(n && { n: cut(n) }),
    ...(smooth && { smooth: cut(smooth) }),
    broken: line.broken.filter((place) => place.x >= min && place.x <= max),
    drawn: inside,
    stored: line.drawn === line.stored || isComplete ? inside : line.stored,
  };
}

/** Whether places, from a first to a last one, lie where every point is told. */
function isWithin(complete: XRange | undefined, first = Number.NaN, last = Number.NaN): boolean {
  return complete !== undefined && first >= complete.min && last <= complete.max;
}
