import { describe, expect, expectTypeOf, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { Recall, type RecallArgs } from "./recall.ts";

describe("Recall", () => {
  metricContract(() => new Recall());
  metricContract(() => new Recall({ thresholds: [0.7, 0.2] }), { sampleShape: [] });
  metricContract(() => new Recall({ thresholds: [0, 0.5, 1] }), { sampleShape: [3] });
  metricContract(() => new Recall({ topK: 2 }), { sampleShape: [3] });
  metricContract(() => new Recall({ topK: 1, classId: 1, thresholds: 0.1 }), { sampleShape: [3] });

  test("is 0 where nothing is positive", () => {
    const recall = new Recall();
    expect(recall.result()).toBe(0);
    recall.updateState([0, 0], [0.1, 0.9]);
    expect(recall.result()).toBe(0);
  });

  test("gives a list for several thresholds, in their order, and a number for one", () => {
    const several = new Recall({ thresholds: [0.9, 0.1] });
    const one = new Recall({ thresholds: [0.5] });
    for (const metric of [several, one]) metric.updateState([0, 1, 1], [0.2, 0.3, 0.8]);
    expect(several.result()).toEqual([0, 1]);
    expect(one.result()).toBe(0.5);
    expectTypeOf(several.result()).toEqualTypeOf<readonly number[]>();
    expectTypeOf(one.result()).toEqualTypeOf<number>();
    expectTypeOf(new Recall().result()).toEqualTypeOf<number>();
    expectTypeOf(new Recall({ thresholds: 0.3 }).result()).toEqualTypeOf<number>();
    expectTypeOf(new Recall({ thresholds: [0.5] as number[] }).result).returns.toEqualTypeOf<
      number | readonly number[]
    >();
  });

  test("counts a prediction equal to the threshold as negative, in float32", () => {
    const metric = new Recall({ thresholds: 0.3 });
    metric.updateState([1, 1, 0], [0.3, 0.4, 0.3]);
    expect(metric.result()).toBe(0.5);
  });

  test("is NaN for a NaN prediction or label instead of counting it as negative", () => {
    const metric = new Recall();
    metric.updateState([1, 1], [Number.NaN, 0.9]);
    expect(metric.result()).toBeNaN();
    metric.resetState();
    metric.updateState([1, Number.NaN], [0.9, 0.9]);
    expect(metric.result()).toBeNaN();
  });

  test.each([
    [{ thresholds: 1.5 }, "Recall: thresholds must be in [0, 1]. Received: 1.5"],
    [{ thresholds: [0.1, Number.NaN] }, "Recall: thresholds must be in [0, 1]. Received: NaN"],
    [{ thresholds: [] }, "Recall: thresholds must be in [0, 1]. Received: an empty list"],
    [{ thresholds: "0.5" }, 'Recall: thresholds must be in [0, 1]. Received: "0.5"'],
    [{ thresholds: [undefined] }, "Recall: thresholds must be in [0, 1]. Received: undefined"],
    [{ topK: 0 }, "Recall: topK must be a whole number above 0. Received: 0"],
    [{ classId: -1 }, "Recall: classId must be a whole number of at least 0. Received: -1"],
  ])("rejects %j", (args, message) => {
    expect(() => new Recall(args as RecallArgs)).toThrow(message);
  });

  test("rejects a batch with too few classes", () => {
    expect(() => new Recall({ topK: 3 }).updateState([[1, 0]], [[0.1, 0.2]])).toThrow(
      "Recall: topK 3 needs at least 3 predictions a row. Received: shape [1,2]",
    );
    expect(() => new Recall({ classId: 2 }).updateState([[1, 0]], [[0.1, 0.2]])).toThrow(
      "Recall: classId 2 needs predictions of shape [n, classes] with more than 2 classes",
    );
    expect(() => new Recall({ classId: 0 }).updateState([1, 0], [0.1, 0.2])).toThrow(
      "Recall: classId 0 needs predictions of shape [n, classes]",
    );
  });
});
