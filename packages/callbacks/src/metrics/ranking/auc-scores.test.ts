import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AUC } from "./auc.ts";

const COUNT = 20_000;
/** Scores that rank well and crowd near 0, as those of rare events do. */
const labels = Array.from({ length: COUNT }, (_, i) => Number((i * 7) % 10 === 0));
const scores = Float32Array.from(
  labels,
  (label, i) => (((i * 7919) % 10007) / 10007) ** 4 / (label ? 50 : 100),
);

describe("the scores an AUC keeps", () => {
  test("of a million equal ones give one half", () => {
    const auc = new AUC();
    const equal = new Float32Array(100_000).fill(0.3);
    const alternating = Uint8Array.from(equal, (_, i) => i % 2);
    for (let i = 0; i < 10; i++) auc.updateState(alternating, equal);
    expect(auc.result()).toBe(0.5);
    expect(auc.isExact).toBe(true);
    expect(auc.curve().points).toEqual([
      { x: 1, y: 1, threshold: Number.NEGATIVE_INFINITY },
      { x: 0, y: 0, threshold: Math.fround(0.3) },
    ]);
  });

  test("past maxScores give an area within the error bound that is shown", () => {
    const exact = new AUC();
    exact.updateState(labels, scores);
    expect([exact.isExact, exact.errorBound]).toEqual([true, 0]);
    for (const maxScores of [100, 1000, 10_000]) {
      const bounded = new AUC({ maxScores });
      bounded.updateState(labels, scores);
      expect(bounded.isExact).toBe(false);
      expect(bounded.errorBound).toBeGreaterThan(0);
      expect(bounded.errorBound).toBeLessThan(1 / Math.sqrt(maxScores));
      const error = Math.abs(bounded.result() - exact.result());
      expect(error).toBeLessThanOrEqual(bounded.errorBound);
      expect(bounded.curve().isExact).toBe(false);

      const resumed = new AUC({ maxScores });
      resumed.setState(JSON.parse(JSON.stringify(bounded.getState())));
      expect(resumed.result()).toBe(bounded.result());
      expect(resumed.errorBound).toBe(bounded.errorBound);
    }
  });

  test("of thresholds are not exact, and nobody knows by how much", () => {
    const auc = new AUC({ numThresholds: 200 });
    auc.updateState(labels, scores);
    expect(auc.isExact).toBe(false);
    expect(auc.errorBound).toBeNaN();
  });

  test("give a curve whose area is the result, in as few points as asked for", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 1), fc.nat(20)), { minLength: 4, maxLength: 200 }),
        (pairs) => {
          fc.pre(new Set(pairs.map(([label]) => label)).size === 2);
          const auc = new AUC();
          auc.updateState(
            pairs.map(([label]) => label),
            pairs.map(([, score]) => score),
          );
          const { points, area } = auc.curve();
          let sum = 0;
          for (const [i, point] of points.entries()) {
            const before = points[i - 1];
            if (before) sum += ((before.x - point.x) * (before.y + point.y)) / 2;
          }
          expect(sum).toBeCloseTo(auc.result(), 10);
          expect(area).toBe(auc.result());
          expect(auc.curve({ maxPoints: 3 }).points.length).toBeLessThanOrEqual(3);
        },
      ),
    );
  });

  test("give a confidence interval that covers the truth about as often as it says", () => {
    // Positives N(1, 1), negatives N(0, 1): the area is Φ(1/√2).
    const truth = 0.7602499389;
    let seed = 1;
    const uniform = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    let covered = 0;
    for (let trial = 0; trial < 400; trial++) {
      const auc = new AUC();
      const drawn = Array.from({ length: 120 }, (_, i) => i % 2);
      auc.updateState(
        drawn,
        drawn.map((label) => label + normal()),
      );
      const [low, high] = auc.confidenceInterval(0.9);
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.86);
    expect(covered / 400).toBeLessThan(0.94);
  });

  test("tell when a confidence interval cannot be had", () => {
    for (const args of [{ numThresholds: 10 }, { curve: "PR" }, { multiLabel: true }] as const) {
      expect(() => new AUC(args).confidenceInterval()).toThrow(
        "AUC: confidenceInterval() needs the exact area under one ROC curve",
      );
    }
    const weighted = new AUC({ maxScores: 100 });
    weighted.updateState(
      labels,
      scores,
      labels.map((_, i) => 1 + (i % 2)),
    );
    expect(() => weighted.confidenceInterval()).toThrow("maxScores has merged some of them");
    expect(new AUC().confidenceInterval()).toEqual([Number.NaN, Number.NaN]);
    expect(() => new AUC().confidenceInterval(1)).toThrow(RangeError);
  });

  test("of each label have a curve of their own", () => {
    const auc = new AUC({ multiLabel: true });
    auc.updateState(
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0.9, 0.6],
        [0.3, 0.5],
      ],
    );
    expect(auc.curve({ label: 0 }).area).toBe(1);
    expect(auc.curve({ label: 1 }).area).toBe(0);
    expect(() => auc.curve({ label: 2 })).toThrow("AUC: label must be a column of 2. Received: 2");
    expect(() => auc.curve({ maxPoints: 2 })).toThrow("AUC: maxPoints must be a whole number");
  });
});
