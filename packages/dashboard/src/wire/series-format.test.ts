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

test("a column that several series share is sent once", () => {
  const column = (...values: number[]) => new Float64Array(values);
  const places = { step: column(1, 2, 3), epoch: column(0, 0, 1), wallTime: column(7, 8, 9) };
  const part = (key: string, shared: typeof places): SeriesPart => ({
    ...{ run: "a", key, total: 3, last: 3, after: Number.NEGATIVE_INFINITY },
    ...{ ...shared, value: column(4, 5, Number.NaN) },
    nonFinite: { step: column(), epoch: column(), value: column(), total: 0 },
  });
  const copied = { step: column(1, 2, 3), epoch: column(0, 0, 1), wallTime: column(7, 8, 9) };
  const bytes = (second: typeof places) =>
    encodeSeries({ revision: 1, series: [part("loss", places), part("auc", second)] });
  expect(decodeSeries(bytes(places).buffer)).toEqual(decodeSeries(bytes(copied).buffer));
  // Three columns of three numbers.
  expect(bytes(copied).length - bytes(places).length).toBeGreaterThanOrEqual(9 * 8 - 8);
  const [loss, auc] = decodeSeries(bytes(places).buffer).series;
  expect(auc?.step).toBe(loss?.step);
  expect(auc?.value).not.toBe(loss?.value);
});
