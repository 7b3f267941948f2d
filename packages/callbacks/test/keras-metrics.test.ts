import { describe, expect, test } from "vitest";
import type { MetricResult } from "../src/any-metric/metric-result.ts";
import type { AUC } from "../src/metrics/ranking/auc.ts";
import { expectKerasResult, expectWithin } from "./expect-keras-result.ts";
import { applyUpdates, createMetric, type KerasCase, readKerasCases } from "./keras-case.ts";
import { deviationOf, kerasDeviations } from "./keras-deviations.ts";
import { splitIntoRows } from "./split-into-rows.ts";

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

    // With a level so small that no end is cut off at 0 or 1: the quantile of 0.505 is 0.01253347.
    const [low, high] = (roc as AUC).confidenceInterval(0.01);
    const standardError = (high - low) / 2 / 0.012533469508;
    const isUncut = low > 0 && high < 1;
    if (exact.delong_standard_error !== undefined && isUncut)
      expect(standardError).toBeCloseTo(exact.delong_standard_error, 7);
  });
});

/** What Keras' own test asserts, unless its tolerance is so wide that it asserts nothing. */
function expectTestedValue(result: MetricResult, golden: KerasCase): void {
  const { expected, expected_tolerance: tolerance } = golden;
  if (expected === null || tolerance === null || golden.note?.startsWith("LOOSE TEST")) return;
  expectWithin(result, expected, tolerance.atol + 1e-6, tolerance.rtol);
}
