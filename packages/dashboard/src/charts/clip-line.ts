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
    inside > 0 &&
    line.complete !== undefined &&
    (x[from] ?? min) >= line.complete.min &&
    (x[to] ?? max) <= line.complete.max;
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
