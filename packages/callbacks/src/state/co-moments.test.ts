import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CoMoments } from "./co-moments.ts";

const numbers = fc.double({ min: -100, max: 100, noNaN: true });
const pairs = fc.array(fc.tuple(numbers, numbers, fc.constantFrom(0, 0.5, 1, 3)), {
  minLength: 1,
  maxLength: 30,
});
type Pairs = readonly (readonly [x: number, y: number, weight: number])[];

function taken(list: Pairs): CoMoments {
  const moments = new CoMoments();
  moments.reserve(1);
  for (const [x, y, weight] of list) moments.add(0, x, y, weight);
  return moments;
}

function byDefinition(list: Pairs) {
  const sum = (of: (pair: Pairs[number]) => number) =>
    list.reduce((total, pair) => total + pair[2] * of(pair), 0);
  const weight = sum(() => 1);
  const [meanX, meanY] =
    weight === 0 ? [0, 0] : [sum(([x]) => x) / weight, sum(([, y]) => y) / weight];
  return {
    weight,
    meanX,
    meanY,
    squaresX: sum(([x]) => (x - meanX) ** 2),
    squaresY: sum(([, y]) => (y - meanY) ** 2),
    products: sum(([x, y]) => (x - meanX) * (y - meanY)),
  };
}

function expectSame(moments: CoMoments, list: Pairs): void {
  const expected: Record<string, number> = byDefinition(list);
  for (const [key, value] of Object.entries(moments.moments(0))) {
    expect(Math.abs(value - (expected[key] ?? Number.NaN))).toBeLessThan(1e-8);
  }
}

describe("CoMoments", () => {
  test("are those of the definition", () => {
    fc.assert(fc.property(pairs, (list) => expectSame(taken(list), list)));
  });

  test("of two parts merge into those of the whole", () => {
    fc.assert(
      fc.property(pairs, pairs, (left, right) => {
        const moments = taken(left);
        moments.merge(taken(right));
        expectSame(moments, [...left, ...right]);
      }),
    );
  });

  test("keep what is small beside a large offset", () => {
    const moments = taken([1e9, 1e9 + 1, 1e9 + 2].map((x) => [x, -x, 1] as const));
    expect(moments.moments(0)).toMatchObject({ squaresX: 2, squaresY: 2, products: -2 });
  });

  test("refuse to merge other columns", () => {
    const [one, two] = [new CoMoments(), new CoMoments()];
    one.reserve(1);
    two.reserve(2);
    expect(() => one.merge(two)).toThrow("Received: 1 and 2");
    one.merge(new CoMoments());
  });
});
