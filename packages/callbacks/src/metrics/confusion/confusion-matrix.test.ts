import { describe, expect, test } from "vitest";
import { classNumbers, metricContract, oneHot } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { ConfusionMatrix } from "./confusion-matrix.ts";

describe("ConfusionMatrix", () => {
  metricContract(() => new ConfusionMatrix(), { isCount: true });
  metricContract(() => new ConfusionMatrix(), {
    sampleShape: [3],
    labelShape: [],
    labels: classNumbers(3),
    isCount: true,
  });
  metricContract(() => new ConfusionMatrix({ numClasses: 3 }), {
    sampleShape: [],
    labels: classNumbers(3),
    predictions: (size) => classNumbers(3)(size + 5).slice(5),
    isCount: true,
  });
  metricContract(() => new ConfusionMatrix({ normalize: "true" }), {
    sampleShape: [3],
    labels: oneHot(3),
  });
  metricContract(() => new ConfusionMatrix({ normalize: "pred" }), {
    sampleShape: [3],
    labelShape: [1],
    labels: classNumbers(3),
  });
  metricContract(() => new ConfusionMatrix({ normalize: "all" }), { sampleShape: [] });

  test("leaves ignored classes out", () => {
    const matrix = new ConfusionMatrix({ ignoreClass: [-1, 1] });
    matrix.updateState(
      [0, -1, 1, 0],
      [
        [0.9, 0.1],
        [0.9, 0.1],
        [0.9, 0.1],
        [0.1, 0.9],
      ],
    );
    expect(matrix.result()).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  test("refuses labels that are no class, and scores for class numbers", () => {
    const matrix = new ConfusionMatrix({ numClasses: 3 });
    expect(() => matrix.updateState([3], [[0.1, 0.2, 0.7]])).toThrow(
      "yTrue must hold classes from 0 to 2. Received: 3",
    );
    expect(() => matrix.updateState([1], [0.7])).toThrow(
      "yPred must hold classes from 0 to 2. Received: 0.7",
    );
    expect(() => matrix.updateState([1], [[0.7, 0.3]])).toThrow(
      "predictions must be of 3 classes. Received: shape [1,2]",
    );
    expect(matrix.result()).toEqual([]);
  });

  test("goes on from no state that is not square", () => {
    const matrix = new ConfusionMatrix();
    matrix.updateState([0, 1], [0.1, 0.9]);
    const state = matrix.getState();
    expect(() => matrix.setState({ ...state, parts: [[0], [1, 2, 3]] })).toThrow(
      "expected the cells of a square matrix",
    );
    expect(matrix.result()).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  rejectsOptions(ConfusionMatrix, [
    [{ numClasses: 1 }, RangeError, "numClasses must be a whole number of at least 2. Received: 1"],
    [{ threshold: "0.5" }, RangeError, 'threshold must be a number. Received: "0.5"'],
    [
      { classNames: ["a", "b"], numClasses: 3 },
      RangeError,
      "classNames must have numClasses entries, 3. Received: 2",
    ],
    [{ normalize: "rows" }, RangeError, 'Received: "rows"'],
  ]);
});
