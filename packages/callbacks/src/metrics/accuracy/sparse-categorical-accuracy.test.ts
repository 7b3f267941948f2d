import { describe, expect, test } from "vitest";
import { classNumbers, metricContract } from "../../../test/metric-contract.ts";
import { SparseCategoricalAccuracy } from "./sparse-categorical-accuracy.ts";

describe("SparseCategoricalAccuracy", () => {
  metricContract(() => new SparseCategoricalAccuracy(), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
  });
  metricContract(() => new SparseCategoricalAccuracy(), {
    sampleShape: [3],
    labelShape: [1],
    labels: classNumbers(3),
  });
  metricContract(() => new SparseCategoricalAccuracy(), {
    sampleShape: [2, 3],
    labelShape: [2],
    labels: classNumbers(3),
  });

  test("counts a label that is no class as missed, as Keras does", () => {
    const accuracy = new SparseCategoricalAccuracy();
    accuracy.updateState(
      [1, 7],
      [
        [0.1, 0.9],
        [0.1, 0.9],
      ],
    );
    expect(accuracy.result()).toBe(0.5);
  });
});
