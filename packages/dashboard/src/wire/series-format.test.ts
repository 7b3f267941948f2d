import type { SeriesPart } from "@epochal/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeSeries, encodeSeries } from "./series-format.ts";

function columnsOf(length: number) {
  return fc.float64Array({ minLength: length, maxLength: length });
}

const series: fc.Arbitrary<SeriesPart> = fc
  .tuple(fc.string(), fc.string(), fc.nat(40), fc.nat(5), fc.nat(1e9))
  .chain(([run, key, points, bad, total]) =>
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
      nonFinite: fc.record({
        step: columnsOf(bad),
        epoch: columnsOf(bad),
        value: columnsOf(bad),
        total: fc.constant(bad),
      }),
    }),
  );

test("series come out as they went in", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(series, { maxLength: 6 }), (revision, list) => {
      const many = { revision, series: list };
      expect(decodeSeries(encodeSeries(many).buffer)).toEqual(many);
    }),
    { seed: 1, numRuns: 200 },
  );
});
