import { type ChartSeries, linePlaces, type XAxis, type XRange } from "@epochal/panel/charts";
import type { SeriesStretch } from "../live/series-cache.ts";

interface DetailArgs {
  /** What has come of the series of a card, each a whole one. */
  readonly series: Iterable<ChartSeries>;
  readonly per: "epoch" | "batch";
  readonly xAxis: XAxis;
  readonly zoom: XRange | undefined;
}

/**
 * What to ask for where the stretch that has come is itself cut into buckets; undefined where it is not, or where it could not be told more closely.
 *
 * @param series with what has come of the stretch in them
 * @param stretch that was asked for before
 */
export function closerStretch(args: DetailArgs, stretch: SeriesStretch): SeriesStretch | undefined {
  // The server narrows a stretch of time by itself.
  if (stretch.x !== undefined) return undefined;
  const closer = detailStretch({
    ...args,
    series: [...args.series].filter(({ complete }) => complete === undefined),
  });
  if (closer === undefined) return undefined;
  const length = ({ from, to }: SeriesStretch) => Number(to) - Number(from);
  return length(closer) < length(stretch) / 2 ? closer : undefined;
}

/** As many as the server gives where nobody asks for a number. */
const BUCKETS = 500;
const MOST_BUCKETS = 10_000;

/**
 * What to ask for so that a zoomed chart has its own points and not the buckets of the whole; undefined where it has all of them. Epochs are asked
 * for by their steps: a batch may know its whole epoch only. Where runs take these steps at different paces, all get the widest stretch, in so many
 * buckets that the slowest has enough.
 */
export function detailStretch({ series, per, xAxis, zoom }: DetailArgs): SeriesStretch | undefined {
  if (zoom === undefined) return undefined;
  const cut = [...series].filter(isCut);
  if (cut.length === 0) return undefined;
  if (xAxis === "relative" || xAxis === "wall") {
    return { x: xAxis, from: Math.floor(zoom.min), to: Math.ceil(zoom.max) };
  }
  const stretches = cut.flatMap((columns) => stepsBetween(columns, per, xAxis, zoom) ?? []);
  if (stretches.length === 0) return undefined;
  const from = Math.min(...stretches.map((each) => each.from));
  const to = Math.max(...stretches.map((each) => each.to));
  const narrowest = Math.min(...stretches.map((each) => each.to - each.from));
  const buckets = Math.ceil((BUCKETS * (to - from)) / Math.max(1, narrowest));
  return { from, to, ...(buckets > BUCKETS && { buckets: Math.min(MOST_BUCKETS, buckets) }) };
}

const isCut = ({ total, step, nonFinite }: ChartSeries) =>
  step.length + nonFinite.step.length < total;

/** The steps of the last place before the zoom and of the first one behind it. */
function stepsBetween(
  columns: ChartSeries,
  per: "epoch" | "batch",
  xAxis: XAxis,
  zoom: XRange,
): { readonly from: number; readonly to: number } | undefined {
  const { step } = columns;
  const places = linePlaces({ per }, columns, xAxis).values;
  const [first, last] = [step[0], step.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const before = places.findLastIndex((place) => place < zoom.min);
  const behind = places.findIndex((place) => place > zoom.max);
  // All of it lies on one side.
  if (before === places.length - 1 || behind === 0) return undefined;
  return { from: step[before] ?? first, to: step[behind] ?? last };
}
