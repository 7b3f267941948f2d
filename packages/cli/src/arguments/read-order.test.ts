import { expect, test } from "vitest";
import { readOrder } from "./read-order.ts";

test("reads properties of a run and values of a metric", () => {
  expect(readOrder("duration")).toEqual({ order: "duration" });
  expect(readOrder("best:val_auc")).toEqual({ order: "best:val_auc", key: "val_auc" });
  expect(readOrder("kept:a:b")).toEqual({ order: "kept:a:b", key: "a:b" });
});

test.each(["", "best", "best:", "worst:val_auc", "STARTED"])("refuses %j", (sort) => {
  expect(() => readOrder(sort)).toThrow(/must be started, name, duration, best:KEY/);
});
