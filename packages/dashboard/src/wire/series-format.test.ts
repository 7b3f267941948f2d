import type { SeriesPart } from "@epochal/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeSeries, encodeSeries, type SeriesColumns } from "./series-format.ts";

function columnsOf(length: number) {
  return fc.float64Array({ minLength: length, maxLength: length });
}

const series = fc
  .tuple(fc.string(), fc.string(), fc.nat(40), fc.nat(20), fc.nat(5), fc.nat(1e9))
  .chain(([run, key, points, buckets, bad, total]) =>
    fc.record({
      run: fc.constant(run),
      key: fc.constant(key),
      total: fc.constant(total),
      last: fc.nat(),
      after: fc.oneof(fc.constant(Number.NEGATIVE_INFINITY), fc.nat()),
      step: columnsOf(points),
      epoch: columnsOf(points),
      wallTime: columnsOf(points),
      value: columnsOf(points),
      buckets: fc.option(
        fc.record({
          step: columnsOf(buckets),
          epoch: columnsOf(buckets),
          wallTime: columnsOf(buckets),
          mean: columnsOf(buckets),
          low: columnsOf(buckets),
          high: columnsOf(buckets),
          n: columnsOf(buckets),
        }),
        { nil: undefined },
      ),
      nonFinite: fc.record({
        step: columnsOf(bad),
        epoch: columnsOf(bad),
        value: columnsOf(bad),
        total: fc.constant(bad),
      }),
    }),
  )
  .map(({ buckets, ...points }): SeriesPart => (buckets ? { ...points, buckets } : points));

/** What a page draws of it. */
function drawn({ buckets, ...points }: SeriesPart): SeriesColumns {
  if (buckets === undefined) return points;
  const { mean: value, ...columns } = buckets;
  return { ...points, ...columns, value };
}

test("of series comes out what a page draws of them", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(series, { maxLength: 6 }), (revision, list) => {
      const many = { revision, series: list };
      expect(decodeSeries(encodeSeries(many).buffer)).toEqual({
        revision,
        series: list.map(drawn),
      });
    }),
    { seed: 1, numRuns: 200 },
  );
});
