import { expect, test } from "vitest";
import { readFixedMetric } from "./use-fixed-metric.ts";

test("a fixed metric is read with its direction, where that is one", () => {
  expect(readFixedMetric({ key: "val_auc", direction: "max" })).toEqual({
    key: "val_auc",
    direction: "max",
  });
  expect(readFixedMetric({ key: "score", direction: "up" })).toEqual({ key: "score" });
});

test.each([null, "val_auc", {}, { key: "" }, { key: 3 }])("%j is no metric", (kept) => {
  expect(readFixedMetric(kept)).toBeUndefined();
});
