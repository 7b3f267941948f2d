import type { BandsQuery } from "../src/bands/bands.ts";
import type { Logged, ModelRun } from "./write-runs.ts";

/** Student's t for 95 %, by degrees of freedom from 1 on (SciPy). */
const t95 = [
  12.706204736174694, 4.302652729749462, 3.1824463052837078, 2.7764451051977934, 2.5705818356363146,
  2.446911851144969, 2.3646242515927853, 2.306004135204166,
];

export interface Row {
  readonly x: number;
  readonly n: number;
  readonly center: number;
  readonly low: number;
  readonly high: number;
  readonly bad: number;
}

/** What a band must be at one place, from the value of each run there. */
function figures(x: number, values: readonly number[], bad: number, query: BandsQuery): Row {
  const n = values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (p: number) => {
    const place = (n - 1) * p;
    const [below, above] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
    return below + (above - below) * (place - Math.floor(place));
  };
  const [shift = NaN] = sorted;
  const mean = shift + values.reduce((sum, value) => sum + (value - shift), 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = n < 2 ? NaN : Math.sqrt(squares / (n - 1));
  const reach = { sd, se: sd / Math.sqrt(n), interval: ((t95[n - 2] ?? NaN) * sd) / Math.sqrt(n) };
  const center = query.center === "median" ? quantile(0.5) : mean;
  if (query.spread === "quartiles") {
    return { x, n, center, low: quantile(0.25), high: quantile(0.75), bad };
  }
  if (query.spread === "range") {
    return { x, n, center, low: sorted[0] ?? NaN, high: sorted.at(-1) ?? NaN, bad };
  }
  const by = reach[query.spread ?? "sd"];
  return { x, n, center, low: mean - by, high: mean + by, bad };
}

/** A band by looking at every value of every run. */
export function bandByHand(
  given: readonly ModelRun[],
  runs: readonly ModelRun[],
  query: BandsQuery,
) {
  const { points = 500, from = -Infinity, to = Infinity } = query;
  if (query.x === "time") return bandInTime(given, runs, query, points);
  const xOf = (point: Logged) => (query.x === "step" ? point.step : point.epoch);
  const within = (some: readonly ModelRun[]) =>
    some.map((run) => ({
      ...run,
      points: run.points.filter((point) => xOf(point) >= from && xOf(point) <= to),
    }));
  const [members, all] = [within(given), within(runs)];
  const places = [...new Set(all.flatMap((run) => run.points.map(xOf)))].sort((a, b) => a - b);
  let width = 0;
  if (places.length > points) {
    const bins = (w: number) =>
      Math.floor((places.at(-1) ?? 0) / w) - Math.floor((places[0] ?? 0) / w) + 1;
    for (width = 2 ** -20; bins(width) > points; ) width *= 2;
  }
  const placeOf = (x: number) => (width === 0 ? x : Math.floor(x / width) * width);
  return [...new Set(places.map(placeOf))].flatMap((x) => {
    const there = members.map((run) => run.points.filter((point) => placeOf(xOf(point)) === x));
    const finite = there.map((some) => some.map(({ value }) => value).filter(Number.isFinite));
    const values = finite
      .filter((some) => some.length > 0)
      .map((some) => {
        const [first = 0] = some;
        return first + some.reduce((sum, value) => sum + (value - first), 0) / some.length;
      });
    const bad = there.flat().length - finite.flat().length;
    return values.length + bad === 0 ? [] : [figures(x, values, bad, query)];
  });
}

function bandInTime(
  members: readonly ModelRun[],
  all: readonly ModelRun[],
  query: BandsQuery,
  points: number,
) {
  const times = all.flatMap((run) => run.points.map(({ at }) => at));
  const first = Math.max(Math.min(...times), query.from ?? -Infinity);
  const last = Math.min(Math.max(...times), query.to ?? Infinity);
  const grid =
    first >= last
      ? [first].filter(() => first === last)
      : Array.from({ length: points }, (_, i) => first + ((last - first) * i) / (points - 1));
  return grid.flatMap((place, i) => {
    const x = i === grid.length - 1 ? last : place;
    let bad = 0;
    const values = members.flatMap(({ points: logged }) => {
      // Of what was logged at once the highest step counts.
      const before = logged
        .filter(({ at }) => at <= x)
        .reduce<Logged | undefined>(
          (best, p) => (best === undefined || p.at >= best.at ? p : best),
          undefined,
        );
      const after = logged
        .filter(({ at }) => at >= x)
        .reduce<Logged | undefined>(
          (best, p) => (best === undefined || p.at <= best.at ? p : best),
          undefined,
        );
      if (before === undefined || after === undefined) return [];
      const share = before.at === after.at ? 0 : (x - before.at) / (after.at - before.at);
      const value =
        share === 0 ? before.value : before.value + (after.value - before.value) * share;
      if (Number.isFinite(value)) return [value];
      bad++;
      return [];
    });
    return values.length + bad === 0 ? [] : [figures(x, values, bad, query)];
  });
}
