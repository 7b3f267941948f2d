import type { ChartSeries } from "@epochal/panel/charts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withDetail } from "./with-detail.ts";

interface Point {
  readonly step: number;
  readonly value: number;
}

function seriesOf(points: readonly Point[], total = points.length): ChartSeries {
  const finite = points.filter(({ value }) => Number.isFinite(value));
  const broken = points.filter(({ value }) => !Number.isFinite(value));
  const column = (of: readonly Point[], each: (point: Point) => number) =>
    Float64Array.from(of, each);
  return {
    total,
    step: column(finite, ({ step }) => step),
    epoch: column(finite, ({ step }) => step / 10),
    wallTime: column(finite, ({ step }) => step * 1000),
    value: column(finite, ({ value }) => value),
    nonFinite: {
      step: column(broken, ({ step }) => step),
      epoch: column(broken, ({ step }) => step / 10),
      value: column(broken, ({ value }) => value),
      total: broken.length,
    },
  };
}

const values = fc.array(
  fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -9, max: 9 }) }, fc.constant(Number.NaN)),
  { maxLength: 40 },
);

test("a stretch told more closely stands in the place of what was told of it", () => {
  fc.assert(
    fc.property(
      values,
      fc.nat(45),
      fc.nat(45),
      fc.integer({ min: 1, max: 7 }),
      (all, a, b, every) => {
        const points = all.map((value, step) => ({ value, step }));
        const coarse = points.filter(({ step }) => step % every === 0);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const fine = points.filter(({ step }) => step >= from && step <= to);
        const [first, last] = [fine[0]?.step ?? Infinity, fine.at(-1)?.step ?? -Infinity];
        const wanted = points.filter(
          (point) =>
            fine.includes(point) ||
            (coarse.includes(point) && (point.step < first || point.step > last)),
        );
        const merged = withDetail(seriesOf(coarse, points.length), seriesOf(fine));
        const expected = seriesOf(wanted, points.length);
        expect(merged.total).toBe(points.length);
        for (const name of ["step", "epoch", "wallTime", "value"] as const)
          expect(merged[name]).toEqual(expected[name]);
        expect(merged.nonFinite.step).toEqual(expected.nonFinite.step);
        expect(merged.nonFinite.value).toEqual(expected.nonFinite.value);
      },
    ),
  );
});

test("buckets keep their bands, and points among them are their own", () => {
  const whole = seriesOf([0, 10, 20, 30].map((step) => ({ step, value: step })));
  const bucketed = {
    ...whole,
    low: Float64Array.of(-1, 9, 19, 29),
    high: Float64Array.of(1, 11, 21, 31),
    n: Float64Array.of(10, 10, 10, 10),
  };
  const fine = seriesOf([10, 11, 12].map((step) => ({ step, value: step })));
  const merged = withDetail(bucketed, fine);
  expect([...merged.step]).toEqual([0, 10, 11, 12, 20, 30]);
  expect([...(merged.low ?? [])]).toEqual([-1, 10, 11, 12, 19, 29]);
  expect([...(merged.n ?? [])]).toEqual([10, 1, 1, 1, 10, 10]);
});
