import type { SeriesColumns } from "../wire/series-format.ts";

/** What `b` holds more than `a` wherever both have a finite value at an equal place: epoch where both have one, else step. */
export function differenceColumns(a: SeriesColumns, b: SeriesColumns): SeriesColumns {
  const of = ({ epoch, step }: SeriesColumns, i: number) => {
    const known = epoch[i] ?? Number.NaN;
    return Number.isNaN(known) ? (step[i] ?? 0) : known;
  };
  const inA = new Map([...a.value].map((value, i) => [of(a, i), value]));
  const places = [...b.value.keys()].filter((i) => inA.has(of(b, i)));
  const take = (column: Float64Array) => Float64Array.from(places, (i) => column[i] ?? Number.NaN);
  return {
    run: "difference",
    key: b.key,
    total: places.length,
    step: take(b.step),
    epoch: take(b.epoch),
    wallTime: take(b.wallTime),
    value: Float64Array.from(places, (i) => (b.value[i] ?? 0) - (inA.get(of(b, i)) ?? 0)),
    nonFinite: {
      step: new Float64Array(),
      epoch: new Float64Array(),
      value: new Float64Array(),
      total: 0,
    },
  };
}
