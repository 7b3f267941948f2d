import { describe, expect, test } from "vitest";
import { classNumbers, metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { SparseCategoricalCrossentropy } from "./sparse-categorical-crossentropy.ts";

describe("SparseCategoricalCrossentropy", () => {
  metricContract(() => new SparseCategoricalCrossentropy(), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new SparseCategoricalCrossentropy({ fromLogits: true }), {
    sampleShape: [3],
    labelShape: [1],
    labels: classNumbers(3),
  });
  metricContract(() => new SparseCategoricalCrossentropy({ ignoreClass: 2 }), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new SparseCategoricalCrossentropy({ axis: 1 }), {
    sampleShape: [3, 2],
    labelShape: [2],
    labels: classNumbers(3),
  });

  test("leaves ignored classes out of numerator and denominator, also with weights", () => {
    const crossentropy = new SparseCategoricalCrossentropy({ ignoreClass: [-1, 2] });
    crossentropy.updateState(
      [0, -1, 2, 1],
      [
        [0.5, 0.25, 0.25],
        [1, 0, 0],
        [1, 0, 0],
        [0.5, 0.25, 0.25],
      ],
      [1, 5, 7, 3],
    );
    expect(crossentropy.result()).toBeCloseTo((Math.log(2) + 3 * Math.log(4)) / 4, 12);
  });

  test("refuses a label that is no class", () => {
    const crossentropy = new SparseCategoricalCrossentropy();
    for (const label of [2, -1, 0.5]) {
      expect(() => crossentropy.updateState([label], [[0.5, 0.5]])).toThrow(
        `yTrue must hold classes from 0 to 1. Received: ${label}`,
      );
    }
    expect(crossentropy.result()).toBe(0);
  });

  rejectsOptions(SparseCategoricalCrossentropy, [
    [{ fromLogits: "yes" }, TypeError, 'fromLogits must be true or false. Received: "yes"'],
    [{ axis: 0.5 }, RangeError, "Received: 0.5"],
    [{ ignoreClass: "void" }, RangeError, "ignoreClass"],
  ]);
});
