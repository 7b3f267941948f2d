import { describe, expect, expectTypeOf, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { Precision, type PrecisionArgs } from "./precision.ts";

describe("Precision", () => {
  metricContract(() => new Precision());
  metricContract(() => new Precision({ thresholds: [0.7, 0.2] }), { sampleShape: [] });
  metricContract(() => new Precision({ thresholds: [0, 0.5, 1] }), { sampleShape: [3] });
  metricContract(() => new Precision({ topK: 2 }), { sampleShape: [3] });
  metricContract(() => new Precision({ topK: 1, classId: 1, thresholds: 0.1 }), {
    sampleShape: [3],
  });

  test("is 0 where nothing was predicted positive", () => {
    const precision = new Precision();
    expect(precision.result()).toBe(0);
    precision.updateState([1, 1], [0.1, 0.2]);
    expect(precision.result()).toBe(0);
  });

  test("gives a list for several thresholds, in their order, and a number for one", () => {
    const several = new Precision({ thresholds: [0.9, 0.1] });
    const one = new Precision({ thresholds: [0.5] });
    for (const metric of [several, one]) metric.updateState([0, 1, 1], [0.2, 0.3, 0.8]);
    expect(several.result()).toEqual([0, 2 / 3]);
    expect(one.result()).toBe(1);
    expectTypeOf(several.result()).toEqualTypeOf<readonly number[]>();
    expectTypeOf(one.result()).toEqualTypeOf<number>();
    expectTypeOf(new Precision().result()).toEqualTypeOf<number>();
    expectTypeOf(new Precision({ thresholds: 0.3 }).result()).toEqualTypeOf<number>();
    expectTypeOf(new Precision({ thresholds: [0.5] as number[] }).result).returns.toEqualTypeOf<
      number | readonly number[]
    >();
  });

  test("counts a prediction equal to the threshold as negative, in float32", () => {
    const metric = new Precision({ thresholds: 0.3 });
    metric.updateState([1, 1, 0], [0.3, 0.4, 0.3]);
    expect(metric.result()).toBe(1);
  });

  test("is NaN for a NaN prediction or label instead of counting it as negative", () => {
    const metric = new Precision();
    metric.updateState([1, 1], [Number.NaN, 0.9]);
    expect(metric.result()).toBeNaN();
    metric.resetState();
    metric.updateState([1, Number.NaN], [0.9, 0.9]);
    expect(metric.result()).toBeNaN();
  });

  test.each([
    [{ thresholds: 1.5 }, "Precision: thresholds must be in [0, 1]. Received: 1.5"],
    [{ thresholds: [0.1, Number.NaN] }, "Precision: thresholds must be in [0, 1]. Received: NaN"],
    [{ thresholds: [] }, "Precision: thresholds must be in [0, 1]. Received: an empty list"],
    [{ thresholds: "0.5" }, 'Precision: thresholds must be in [0, 1]. Received: "0.5"'],
    [{ thresholds: [undefined] }, "Precision: thresholds must be in [0, 1]. Received: undefined"],
    [{ topK: 0 }, "Precision: topK must be a whole number above 0. Received: 0"],
    [{ classId: -1 }, "Precision: classId must be a whole number of at least 0. Received: -1"],
  ])("rejects %j", (args, message) => {
    expect(() => new Precision(args as PrecisionArgs)).toThrow(message);
  });

  test("rejects a batch with too few classes", () => {
    expect(() => new Precision({ topK: 3 }).updateState([[1, 0]], [[0.1, 0.2]])).toThrow(
      "Precision: topK 3 needs at least 3 predictions a row. Received: shape [1,2]",
    );
    expect(() => new Precision({ classId: 2 }).updateState([[1, 0]], [[0.1, 0.2]])).toThrow(
      "Precision: classId 2 needs predictions of shape [n, classes] with more than 2 classes",
    );
    expect(() => new Precision({ classId: 0 }).updateState([1, 0], [0.1, 0.2])).toThrow(
      "Precision: classId 0 needs predictions of shape [n, classes]",
    );
  });
});
