import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { ConcordanceCorrelation } from "./concordance-correlation.ts";

describe("ConcordanceCorrelation", () => {
  metricContract(() => new ConcordanceCorrelation());
  metricContract(() => new ConcordanceCorrelation(), { sampleShape: [] });
  metricContract(() => new ConcordanceCorrelation(), { sampleShape: [4] });
  metricContract(() => new ConcordanceCorrelation({ axis: 0 }), { sampleShape: [3] });
  metricContract(() => new ConcordanceCorrelation({ axis: 1 }), { sampleShape: [3, 2] });

  test("is over all samples of the pass, by its definition", () => {
    const metric = new ConcordanceCorrelation();
    const [labels, predictions] = [
      [1, 2, 3, 5],
      [1.5, 1.75, 3.5, 4],
    ];
    metric.updateState(labels.slice(0, 1), predictions.slice(0, 1));
    metric.updateState(labels.slice(1), predictions.slice(1));
    const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
    const [x, y] = [mean(labels), mean(predictions)];
    const covariance = mean(labels.map((label, i) => (label - x) * ((predictions[i] ?? 0) - y)));
    const varianceX = mean(labels.map((label) => (label - x) ** 2));
    const varianceY = mean(predictions.map((prediction) => (prediction - y) ** 2));
    expect(metric.result()).toBeCloseTo(
      (2 * covariance) / (varianceX + varianceY + (x - y) ** 2),
      12,
    );
  });

  rejectsOptions(ConcordanceCorrelation, [
    [{ axis: 1.5 }, RangeError, "axis must be a whole number. Received: 1.5"],
  ]);
});
