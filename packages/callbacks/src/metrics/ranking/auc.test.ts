import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { AUC } from "./auc.ts";
import type { AUCArgs } from "./auc-args.ts";

const samples = fc.array(
  fc.record({
    label: fc.constantFrom(0, 1),
    score: fc.oneof(fc.constantFrom(0, 0.25, 0.5), fc.double({ min: 0, max: 1, noNaN: true })),
    weight: fc.constantFrom(0, 0.5, 1, 3),
  }),
  { minLength: 1, maxLength: 60 },
);
type Sample = { label: number; score: number; weight: number };

function areaOf(data: readonly Sample[], args: AUCArgs = {}, isWeighted = false): number {
  const auc = new AUC(args);
  auc.updateState(
    data.map(({ label }) => label),
    data.map(({ score }) => score),
    isWeighted ? data.map(({ weight }) => weight) : undefined,
  );
  return auc.result();
}

/** The definition: the weighted share of pairs in order; NaN where there is no pair. */
function areaByPairs(data: readonly Sample[], isWeighted: boolean): number {
  const counting = data.filter(({ weight }) => !isWeighted || weight > 0);
  if (new Set(counting.map(({ label }) => label)).size === 1) return Number.NaN;
  let inOrder = 0;
  let all = 0;
  for (const positive of data.filter(({ label }) => label === 1)) {
    for (const negative of data.filter(({ label }) => label === 0)) {
      const weight = isWeighted ? positive.weight * negative.weight : 1;
      all += weight;
      if (positive.score > negative.score) inOrder += weight;
      else if (positive.score === negative.score) inOrder += weight / 2;
    }
  }
  return all === 0 ? 0 : inOrder / all;
}

function expectArea(actual: number, expected: number): void {
  if (Number.isNaN(expected)) expect(actual).toBeNaN();
  else expect(actual).toBeCloseTo(expected, 10);
}

/** The definition: precision at each distinct score, weighted by the recall gained there. */
function averagePrecisionByDefinition(data: readonly Sample[]): number {
  const positives = data.filter(({ label }) => label === 1).length;
  let sum = 0;
  let recall = 0;
  for (const threshold of [...new Set(data.map(({ score }) => score))].sort((a, b) => b - a)) {
    const predicted = data.filter(({ score }) => score >= threshold);
    const found = predicted.filter(({ label }) => label === 1).length;
    sum += (found / positives - recall) * (found / predicted.length);
    recall = found / positives;
  }
  return positives === 0 ? 0 : sum;
}

describe("AUC", () => {
  metricContract(() => new AUC());
  metricContract(() => new AUC({ curve: "PR" }), { sampleShape: [] });
  metricContract(() => new AUC({ curve: "PRGAIN" }));
  metricContract(() => new AUC({ numThresholds: 200 }));
  metricContract(() => new AUC({ thresholds: [0.2, 0.9], curve: "PR" }), {
    sampleShape: [2],
  });
  metricContract(() => new AUC({ multiLabel: true, labelWeights: [1, 2, 3] }), {
    sampleShape: [3],
  });

  test("equals the share of pairs in order, a tie counting half, with and without weights", () => {
    fc.assert(
      fc.property(samples, fc.boolean(), (data, isWeighted) => {
        expectArea(areaOf(data, {}, isWeighted), areaByPairs(data, isWeighted));
      }),
    );
  });

  test("equals the average precision with curve PR", () => {
    fc.assert(
      fc.property(samples, (data) => {
        expect(areaOf(data, { curve: "PR" })).toBeCloseTo(averagePrecisionByDefinition(data), 10);
      }),
    );
  });

  test("depends on the order of the scores alone", () => {
    const ranks = fc.array(
      fc.record({
        label: fc.constantFrom(0, 1),
        score: fc.integer({ min: -20, max: 20 }),
        weight: fc.constant(1),
      }),
    );
    fc.assert(
      fc.property(ranks, fc.constantFrom<"ROC" | "PR">("ROC", "PR"), (data, curve) => {
        const mapped = data.map((each) => ({ ...each, score: Math.exp(each.score / 3) - 5 }));
        expect(areaOf(mapped, { curve })).toBe(areaOf(data, { curve }));
      }),
    );
  });

  test("becomes 1 minus itself when the labels are swapped", () => {
    fc.assert(
      fc.property(samples, (data) => {
        fc.pre(new Set(data.map(({ label }) => label)).size === 2);
        const swapped = data.map((each) => ({ ...each, label: 1 - each.label }));
        expect(areaOf(swapped)).toBeCloseTo(1 - areaOf(data), 10);
      }),
    );
  });

  test("gives the exact value after every batch, whatever the batches", () => {
    const batches = fc.array(samples, { maxLength: 12 });
    fc.assert(
      fc.property(batches, fc.boolean(), (parts, isWeighted) => {
        const auc = new AUC();
        const seen: Sample[] = [];
        for (const part of parts) {
          auc.updateState(
            part.map(({ label }) => label),
            part.map(({ score }) => score),
            isWeighted ? part.map(({ weight }) => weight) : undefined,
          );
          seen.push(...part);
          expectArea(auc.result(), areaByPairs(seen, isWeighted));
        }
      }),
      { numRuns: 50 },
    );
  });

  test("ranks scores where 200 thresholds cannot tell them apart", () => {
    const data = [0, 0, 1, 1].map((label, i) => ({ label, score: (i + 1) / 1000, weight: 1 }));
    expect(areaOf(data)).toBe(1);
    expect(areaOf(data, { numThresholds: 200 })).toBe(0.5);
  });

  test("takes logits and probabilities alike, even where the sigmoid is 1 for both", () => {
    const data = [40, 41, 42, 39].map((score, i) => ({ label: i === 2 ? 1 : 0, score, weight: 1 }));
    expect(areaOf(data, { fromLogits: true })).toBe(1);
    expect(areaOf(data, { fromLogits: true, numThresholds: 200 })).toBe(0.5);
  });

  test("takes every label other than 0 as positive, and says so of those between 0 and 1", () => {
    const auc = new AUC();
    auc.updateState([0, 0.25, 1, 0.75], [0.1, 0.2, 0.3, 0.4]);
    expect(auc.result()).toBe(1);
    expect(auc.remarks).toEqual(["labels between 0 and 1 count as 1, as in Keras"]);
  });

  test.each([
    [{}, [-1, 1, 1], "-1 and 1. Map them with y.add(1).div(2)"],
    [{ curve: "PR" }, [1, 2, 2], "1 and 2. Map them with y.sub(1)"],
    [{ numThresholds: 200 }, [0, 255, 0], "0 and 255. Map them with y.div(255)"],
  ] as const)("refuses labels other than 0 and 1, with %j", (args, labels, received) => {
    const update = () => new AUC(args).updateState(labels, [0.1, 0.2, 0.3]);
    expect(update).toThrow(RangeError);
    expect(update).toThrow(`AUC: labels must be 0 or 1. Received: ${received}`);
  });

  test("weighs the predictions of each label, or its area with multiLabel", () => {
    const yTrue = [
      [1, 0],
      [0, 1],
    ];
    const yPred = [
      [0.9, 0.6],
      [0.3, 0.5],
    ];
    const flat = new AUC({ labelWeights: [1, 3] });
    flat.updateState(yTrue, yPred);
    expect(flat.result()).toBe((1 * 1 + 1 * 3 + 3 * 1 + 0) / (4 * 4));
    const perLabel = new AUC({ multiLabel: true, labelWeights: [1, 3] });
    perLabel.updateState(yTrue, yPred);
    expect(perLabel.result()).toBe(0.25);
  });

  test("ranks infinite scores, and minus zero as zero", () => {
    const auc = new AUC();
    auc.updateState([1, 0, 1, 0], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0]);
    expect(auc.result()).toBe(0.875);
  });

  test("is not defined for one class, and gives Keras' values for the curves that are", () => {
    const ones = [{ label: 1, score: 0.3, weight: 1 }];
    const zeros = [{ label: 0, score: 0.3, weight: 1 }];
    for (const args of [{}, { numThresholds: 200 }]) {
      expect(areaOf(ones, args)).toBeNaN();
      expect(areaOf(zeros, args)).toBeNaN();
      expect(areaOf(ones, { ...args, curve: "PR" })).toBe(1);
      expect(areaOf(zeros, { ...args, curve: "PR" })).toBe(0);
      expect(new AUC(args).result()).toBe(0);
    }
  });

  test("leaves columns of one class out of the mean, and says which", () => {
    for (const args of [{}, { numThresholds: 200 }]) {
      const auc = new AUC({ ...args, multiLabel: true, labelWeights: [1, 5, 3] });
      const yPred = [
        [0.1, 0.2, 0.7],
        [0.4, 0.9, 0.3],
        [0.35, 0.1, 0.6],
      ];
      auc.updateState(
        [
          [0, 0, 0],
          [1, 0, 1],
          [0, 0, 0],
        ],
        yPred,
      );
      expect(auc.result()).toBeCloseTo((1 * 1 + 3 * 0) / 4, 2);
      expect(auc.remarks).toEqual(["columns with labels of one class are left out of the mean: 1"]);
      expect(auc.nanReason).toBeUndefined();
      auc.resetState();
      auc.updateState([[0, 0, 1]], [[0.1, 0.2, 0.7]]);
      expect(auc.result()).toBeNaN();
      expect(auc.nanReason).toBe("no column has labels of both classes");
    }
  });

  test.each([
    [[Number.NaN, 1], [0.2, 0.9], undefined],
    [[0, 1], [0.2, Number.NaN], undefined],
    [
      [0, 1],
      [0.2, 0.9],
      [1, Number.NaN],
    ],
  ])("is NaN for a NaN in %j, %j or %j", (yTrue, yPred, weights) => {
    for (const args of [{}, { numThresholds: 200 }, { curve: "PR" as const }]) {
      const auc = new AUC(args);
      auc.updateState(yTrue, yPred, weights);
      expect(auc.result()).toBeNaN();
    }
  });

  test.each([
    [{ numThresholds: 1 }, "AUC: numThresholds must be a whole number above 1. Received: 1"],
    [{ numThresholds: 2.5 }, "AUC: numThresholds must be a whole number above 1. Received: 2.5"],
    [{ thresholds: [0.5, 1.5] }, "AUC: thresholds must be numbers in [0, 1]. Received: [0.5,1.5]"],
    [{ thresholds: [] }, "AUC: thresholds must be numbers in [0, 1]. Received: []"],
    [{ curve: "pr" }, 'AUC: curve must be "ROC", "PR" or "PRGAIN". Received: "pr"'],
    [{ summationMethod: "minoring" }, "AUC: summationMethod needs numThresholds or thresholds"],
    [{ summationMethod: "x", numThresholds: 9 }, "AUC: summationMethod must be"],
    [{ labelWeights: [1, -1] }, "AUC: labelWeights must be finite numbers of at least 0"],
    [{ numLabels: 3 }, "AUC: numLabels needs multiLabel"],
    [
      { multiLabel: true, numLabels: 3, labelWeights: [1, 2] },
      "AUC: labelWeights must have numLabels entries",
    ],
    [{ multiLabel: 1 }, "AUC: multiLabel must be true or false. Received: 1"],
  ])("rejects %j", (args, message) => {
    expect(() => new AUC(args as AUCArgs)).toThrow(message);
  });

  test("rejects a batch of other labels than the first one", () => {
    const auc = new AUC({ multiLabel: true });
    expect(() => auc.updateState([1, 0], [0.5, 0.4])).toThrow("multiLabel needs shape [n, labels]");
    auc.updateState([[1, 0]], [[0.5, 0.4]]);
    expect(() => auc.updateState([[1, 0, 1]], [[0.5, 0.4, 1]])).toThrow(
      "AUC: predictions must have 2 labels. Received: shape [1,3]",
    );
    auc.resetState();
    auc.updateState([[1, 0, 1]], [[0.5, 0.4, 1]]);
    expect(() => auc.updateState([[1, 0]], [[0.5, 0.4]])).toThrow("AUC: predictions must have 3");
  });

  test("rejects predictions of other labels than numLabels or labelWeights say", () => {
    for (const args of [{ multiLabel: true, numLabels: 3 }, { labelWeights: [1, 2, 3] }]) {
      const auc = new AUC(args);
      expect(() => auc.updateState([[1, 0]], [[0.5, 0.4]])).toThrow("AUC: predictions must have 3");
    }
  });
});
