import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { MeanAbsoluteError } from "./mean-absolute-error.ts";

describe("MeanAbsoluteError", () => {
  metricContract(() => new MeanAbsoluteError());
  metricContract(() => new MeanAbsoluteError(), { sampleShape: [3] });
  metricContract(() => new MeanAbsoluteError(), { sampleShape: [2, 2] });

  test("takes labels of shape [n] for predictions of shape [n, 1]", () => {
    const error = new MeanAbsoluteError();
    error.updateState([1, 2, 3], [[1], [2], [9]]);
    expect(error.result()).toBe(2);
  });

  test("averages batches of shape [n] as samples, as Keras does", () => {
    const error = new MeanAbsoluteError();
    error.updateState([0, 0, 0], [0, 0, 0]);
    error.updateState([0], [2]);
    expect(error.result()).toBe(1);
  });

  test("gives infinity for an infinite prediction", () => {
    const error = new MeanAbsoluteError();
    error.updateState([[1]], [[Number.POSITIVE_INFINITY]]);
    expect(error.result()).toBe(Number.POSITIVE_INFINITY);
  });

  test("gives 0 before any update", () => {
    expect(new MeanAbsoluteError().result()).toBe(0);
  });
});
