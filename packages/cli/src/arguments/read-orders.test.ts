import { expect, test } from "vitest";
import { readOrders } from "./read-orders.ts";

test("reads properties of a run, values of metrics, and params, the first counts most", () => {
  expect(readOrders("duration")).toEqual({ order: ["duration"] });
  expect(readOrders("best:val_auc")).toEqual({ order: ["best:val_auc"], key: "val_auc" });
  expect(readOrders("kept:a:b")).toEqual({ order: ["kept:a:b"], key: "a:b" });
  expect(readOrders("param:lr, min:loss,started")).toEqual({
    order: ["param:lr", "min:loss", "started"],
    key: "loss",
  });
});

test.each(["", "best", "best:", "worst:val_auc", "STARTED", "started,"])("refuses %j", (sort) => {
  expect(() => readOrders(sort)).toThrow(/must be of started, name, duration, status, best:KEY/);
});
