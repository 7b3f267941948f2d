import { describe, expect, test } from "vitest";
import type { MetricResult } from "../src/metrics/metric-result.ts";
import {
  applyUpdates,
  createMetric,
  type KerasCase,
  type KerasUpdate,
  readKerasCases,
} from "./keras-case.ts";
import { type KerasDeviation, kerasDeviations } from "./keras-deviations.ts";

const cases = readKerasCases();
const matching = cases.filter((golden) => deviationOf(golden)?.likeKeras || !deviationOf(golden));
const deviating = cases.filter((golden) => !matching.includes(golden));

describe("as Keras 3.16", () => {
  test.each(matching.map((golden) => [golden.id, golden] as const))("%s", (_, golden) => {
    const metric = createMetric(golden.metric, golden.kwargs, deviationOf(golden)?.likeKeras);
    applyUpdates(metric, golden.updates);
    expectKerasResult(metric.result(), golden);
    expectTestedValue(metric.result(), golden);

    metric.resetState();
    applyUpdates(metric, golden.updates);
    expectKerasResult(metric.result(), golden);
  });
});

describe("as Keras 3.16, one row at a time", () => {
  const rows = matching.flatMap((golden) => {
    const split = golden.updates.map((update) => splitIntoRows(golden, update));
    const updates = split.flatMap((each) => each ?? []);
    return split.includes(undefined) || updates.length === 0
      ? []
      : [[golden.id, golden, updates] as const];
  });

  test("is tried with most cases", () => {
    expect(rows.length).toBeGreaterThan(matching.length / 2);
  });

  test.each(rows)("%s", (_, golden, updates) => {
    const metric = createMetric(golden.metric, golden.kwargs, deviationOf(golden)?.likeKeras);
    applyUpdates(metric, updates);
    expectKerasResult(metric.result(), golden);
  });
});

describe("unlike Keras 3.16", () => {
  test.each(deviating.map((golden) => [golden.id, golden] as const))("%s", (_, golden) => {
    const metric = createMetric(golden.metric, golden.kwargs);
    const refused = deviationOf(golden)?.throws;
    if (refused !== undefined) {
      expect(() => applyUpdates(metric, golden.updates)).toThrow(refused);
      return;
    }
    applyUpdates(metric, golden.updates);
    expect(() => expectKerasResult(metric.result(), golden), deviationOf(golden)?.reason).toThrow();
    if (deviationOf(golden)?.likeKeras !== undefined) expectTestedValue(metric.result(), golden);
  });

  test("no deviation stands in the table that no case shows", () => {
    for (const { applies, reason } of kerasDeviations) {
      expect(cases.filter(applies), reason).not.toHaveLength(0);
    }
  });
});

describe("exact areas", () => {
  const withExact = cases.flatMap((golden) =>
    golden.exact === undefined ? [] : [[golden.id, golden, golden.exact] as const],
  );

  test.each(withExact)("%s", (_, golden, exact) => {
    const roc = createMetric("AUC", {});
    applyUpdates(roc, golden.updates);
    expect(roc.result()).toBeCloseTo(exact.roc_auc, 12);

    const precisionRecall = createMetric("AUC", { curve: "PR" });
    applyUpdates(precisionRecall, golden.updates);
    expect(precisionRecall.result()).toBeCloseTo(exact.average_precision, 12);
  });
});

function deviationOf(golden: KerasCase): KerasDeviation | undefined {
  return kerasDeviations.find(({ applies }) => applies(golden));
}

/** Each row of an update as a batch of its own; undefined where an update of shape [n] is one row. */
function splitIntoRows(golden: KerasCase, update: KerasUpdate): KerasUpdate[] | undefined {
  const { y_true: yTrue, y_pred: yPred, sample_weight: weights, y_pred_mask: mask } = update;
  if (!Array.isArray(yTrue) || !Array.isArray(yPred)) return undefined;
  const isOneRow = golden.kwargs.top_k !== undefined || /Error|Crossentropy/.test(golden.metric);
  if (isOneRow && !Array.isArray(yPred[0])) return undefined;
  if (weights !== undefined && (!Array.isArray(weights) || weights.length !== yPred.length)) {
    return undefined;
  }
  return yPred.map((row, i) => ({
    y_true: [yTrue[i]],
    y_pred: [row],
    ...(Array.isArray(weights) ? { sample_weight: [weights[i]] } : {}),
    ...(mask === undefined ? {} : { y_pred_mask: [mask[i] ?? []] }),
  }));
}

/** Keras computes in float32. */
function expectKerasResult(result: MetricResult, golden: KerasCase): void {
  expectWithin(result, golden.keras_result, 2e-6, 2e-5);
}

/** What Keras' own test asserts, unless its tolerance is so wide that it asserts nothing. */
function expectTestedValue(result: MetricResult, golden: KerasCase): void {
  const { expected, expected_tolerance: tolerance } = golden;
  if (expected === null || tolerance === null || golden.note?.startsWith("LOOSE TEST")) return;
  expectWithin(result, expected, tolerance.atol + 1e-6, tolerance.rtol);
}

function expectWithin(
  actual: MetricResult,
  expected: number | readonly number[],
  atol: number,
  rtol: number,
): void {
  const actuals = [actual].flat(2);
  const expecteds = [expected].flat(2);
  expect(Array.isArray(actual)).toBe(Array.isArray(expected));
  expect(actuals).toHaveLength(expecteds.length);
  for (const [i, value] of expecteds.entries()) {
    expect(Math.abs((actuals[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(
      atol + rtol * Math.abs(value),
    );
  }
}
