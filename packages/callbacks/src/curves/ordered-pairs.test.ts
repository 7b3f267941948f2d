import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderedPairs } from "./ordered-pairs.ts";
import { sortRun } from "./sorted-run.ts";

const scores = (maxLength: number) =>
  fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(1, 0.5, 3)), { maxLength });
type Scores = ReadonlyArray<readonly [score: number, weight: number]>;

function run(list: Scores, isWeighted: boolean) {
  const column = (i: 0 | 1) => Float64Array.from(list, (each) => each[i]);
  return sortRun(column(0), isWeighted ? column(1) : undefined);
}

function byDefinition(upper: Scores, lower: Scores, isWeighted: boolean): number {
  let pairs = 0;
  for (const [a, aWeight] of upper) {
    for (const [b, bWeight] of lower) {
      const weight = isWeighted ? aWeight * bWeight : 1;
      pairs += a > b ? weight : a === b ? weight / 2 : 0;
    }
  }
  return pairs;
}

describe("orderedPairs", () => {
  test.each([
    [3, 40],
    [40, 3],
    [20, 20],
  ])("counts as the definition does, %i scores against %i", (upperLength, lowerLength) => {
    fc.assert(
      fc.property(
        scores(upperLength),
        scores(lowerLength),
        fc.boolean(),
        (upper, lower, isWeighted) => {
          const pairs = orderedPairs(run(upper, isWeighted), run(lower, isWeighted));
          expect(pairs).toBeCloseTo(byDefinition(upper, lower, isWeighted), 9);
        },
      ),
    );
  });

  test("is exact for more pairs than 2^32", () => {
    const many = new Float64Array(100_000);
    const upper = sortRun(
      many.map((_, i) => i + 0.5),
      undefined,
    );
    const lower = sortRun(
      many.map((_, i) => i),
      undefined,
    );
    expect(orderedPairs(upper, lower)).toBe((100_000 * 100_001) / 2);
  });
});
