import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Confusion, ConfusionCounts } from "./confusion-counts.ts";

const samples = fc.array(
  fc.record({
    isPositive: fc.boolean(),
    score: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.25, 0.5, 1)),
    weight: fc.constantFrom(0.5, 1, 2),
  }),
  { maxLength: 40 },
);

function byDefinition(
  thresholds: readonly number[],
  data: ReadonlyArray<{ isPositive: boolean; score: number; weight: number }>,
): Record<keyof Confusion, number[]> {
  const sum = (isPositive: boolean, isCalled: boolean) =>
    thresholds.map((threshold) =>
      data
        .filter((each) => each.isPositive === isPositive)
        .filter((each) => Math.fround(each.score) > Math.fround(threshold) === isCalled)
        .reduce((total, { weight }) => total + weight, 0),
    );
  return {
    truePositives: sum(true, true),
    falsePositives: sum(false, true),
    trueNegatives: sum(false, false),
    falseNegatives: sum(true, false),
  };
}

describe("ConfusionCounts", () => {
  test("counts as the definition does, at thresholds in any order and given twice", () => {
    const thresholds = fc.array(fc.constantFrom(0, 0.1, 0.25, 0.3, 0.5, 0.9, 1), { minLength: 1 });
    fc.assert(
      fc.property(thresholds, samples, (given, data) => {
        const counts = new ConfusionCounts(given, false);
        for (const { isPositive, score, weight } of data) counts.add(isPositive, score, weight);
        const got = Object.entries(counts.counts()).map(([key, list]) => [key, [...list]]);
        expect(Object.fromEntries(got)).toEqual(byDefinition(given, data));
      }),
    );
  });

  test("counts evenly spaced thresholds alike, where float32 rounding is not in the way", () => {
    const thresholds = [0, 0.25, 0.5, 0.75, 1];
    fc.assert(
      fc.property(samples, (data) => {
        const counts = new ConfusionCounts(thresholds);
        for (const { isPositive, score, weight } of data) counts.add(isPositive, score, weight);
        expect([...counts.counts().truePositives]).toEqual(
          byDefinition(thresholds, data).truePositives,
        );
      }),
    );
  });

  test("clips scores to [0, 1] only where thresholds are spaced evenly", () => {
    const even = new ConfusionCounts([0, 0.5, 1]);
    const uneven = new ConfusionCounts([0, 0.6, 1]);
    for (const counts of [even, uneven]) counts.add(true, 1.5, 1);
    expect([...even.counts().truePositives]).toEqual([1, 1, 0]);
    expect([...uneven.counts().truePositives]).toEqual([1, 1, 1]);
  });

  test("rounds to a bucket in float32, where the score itself is just above the threshold", () => {
    const thresholds = Array.from({ length: 200 }, (_, i) => i / 199);
    const score = 0.015075377188622952;
    expect(score).toBe(Math.fround(score));
    expect(score).toBeGreaterThan(3 / 199);
    const counts = new ConfusionCounts(thresholds);
    counts.add(true, score, 1);
    expect([...counts.counts().truePositives.slice(0, 5)]).toEqual([1, 1, 1, 0, 0]);
  });

  test("makes every count NaN for a NaN, until it is reset", () => {
    const counts = new ConfusionCounts([0.5]);
    counts.add(true, Number.NaN, 1);
    counts.add(false, 0.1, 1);
    for (const list of Object.values(counts.counts())) expect([...list]).toEqual([Number.NaN]);
    counts.reset();
    counts.add(false, 0.1, 1);
    expect([...counts.counts().trueNegatives]).toEqual([1]);
  });
});
