import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { PearsonCorrelation } from "./pearson-correlation.ts";

describe("PearsonCorrelation", () => {
  metricContract(() => new PearsonCorrelation());
  metricContract(() => new PearsonCorrelation(), { sampleShape: [] });
  metricContract(() => new PearsonCorrelation(), { sampleShape: [4] });
  metricContract(() => new PearsonCorrelation({ axis: 0 }), { sampleShape: [3] });
  metricContract(() => new PearsonCorrelation({ axis: 1 }), { sampleShape: [3, 2] });

  test("is over all samples of the pass, by its definition", () => {
    const metric = new PearsonCorrelation();
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
    expect(metric.result()).toBeCloseTo(covariance / Math.sqrt(varianceX * varianceY), 12);
  });

  rejectsOptions(PearsonCorrelation, [
    [{ axis: 1.5 }, RangeError, "axis must be a whole number. Received: 1.5"],
  ]);
});
