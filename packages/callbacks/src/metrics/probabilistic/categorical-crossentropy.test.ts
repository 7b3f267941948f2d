import { describe, expect, test } from "vitest";
import { metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { CategoricalCrossentropy } from "./categorical-crossentropy.ts";

describe("CategoricalCrossentropy", () => {
  metricContract(() => new CategoricalCrossentropy(), { sampleShape: [3], labels: oneHot(3) });
  metricContract(() => new CategoricalCrossentropy({ fromLogits: true, labelSmoothing: 0.2 }), {
    sampleShape: [3],
    labels: oneHot(3),
  });
  metricContract(() => new CategoricalCrossentropy({ axis: 1 }), { sampleShape: [3, 2] });

  test("of logits beyond the range of exp is finite", () => {
    const crossentropy = new CategoricalCrossentropy({ fromLogits: true });
    crossentropy.updateState([[0, 1]], [[2000, -2000]]);
    expect(crossentropy.result()).toBe(4000);
    const infinity = Number.POSITIVE_INFINITY;
    crossentropy.resetState();
    crossentropy.updateState([[0, 1]], [[0, infinity]]);
    expect(crossentropy.result()).toBeCloseTo(0, 12);
    crossentropy.updateState([[0, 1]], [[-infinity, -infinity]]);
    expect(crossentropy.result()).toBeNaN();
  });

  rejectsOptions(CategoricalCrossentropy, [
    [{ fromLogits: "yes" }, TypeError, 'fromLogits must be true or false. Received: "yes"'],
    [{ axis: 0.5 }, RangeError, "Received: 0.5"],
    [{ labelSmoothing: 2 }, RangeError, "labelSmoothing must be in [0, 1]. Received: 2"],
  ]);
});
