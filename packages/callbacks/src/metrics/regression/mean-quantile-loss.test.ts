import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { MeanQuantileLoss } from "./mean-quantile-loss.ts";

describe("MeanQuantileLoss", () => {
  metricContract(() => new MeanQuantileLoss());
  metricContract(() => new MeanQuantileLoss({ quantile: 0.9 }), { sampleShape: [3] });

  test("is least at the quantile of the labels", () => {
    const labels = Array.from({ length: 101 }, (_, i) => [i]);
    const at = (prediction: number) => {
      const loss = new MeanQuantileLoss({ quantile: 0.8 });
      loss.updateState(
        labels,
        labels.map(() => [prediction]),
      );
      return loss.result();
    };
    const losses = labels.map((_, i) => at(i));
    expect(losses.indexOf(Math.min(...losses))).toBe(80);
  });

  rejectsOptions(MeanQuantileLoss, [
    [{ quantile: 0 }, RangeError, "quantile must be in (0, 1). Received: 0"],
    [{ quantile: 1 }, RangeError, "Received: 1"],
    [{ quantile: "0.5" }, RangeError, 'Received: "0.5"'],
  ]);
});
