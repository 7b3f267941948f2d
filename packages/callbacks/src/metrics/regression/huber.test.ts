import { describe, expect, test } from "vitest";
import { metricContract } from "../../../test/metric-contract.ts";
import { rejectsOptions } from "../../../test/rejects-options.ts";
import { Huber } from "./huber.ts";

describe("Huber", () => {
  metricContract(() => new Huber());
  metricContract(() => new Huber({ delta: 0.1 }), { sampleShape: [3] });

  test("is squared up to delta and linear beyond", () => {
    const error = new Huber({ delta: 2 });
    error.updateState([[0], [0]], [[2], [-5]]);
    expect(error.result()).toBe((2 + (2 * 5 - 2)) / 2);
  });

  rejectsOptions(Huber, [
    [{ delta: 0 }, RangeError, "delta must be a finite number above 0. Received: 0"],
    [{ delta: Number.POSITIVE_INFINITY }, RangeError, "Received: Infinity"],
  ]);
});
