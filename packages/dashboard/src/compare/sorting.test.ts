import { expect, test } from "vitest";
import { orderOfSorting, sortingOf } from "./sorting.ts";

const metric = { key: "val_auc", metric: "auc", direction: "max" } as const;
const columns = [
  { id: "best", order: "best:val_auc" },
  { id: "kept", order: "kept:val_auc" },
  { id: "param:optimizer.lr", order: "param:optimizer.lr" },
];

test("an order is a column and its direction, and the same order again", () => {
  const orders = ["best:val_auc desc", "name asc", "param:optimizer.lr desc", "kept:val_auc asc"];
  const sorting = sortingOf(orders, metric, columns);
  expect(sorting).toEqual([
    { id: "best", desc: true },
    { id: "run", desc: false },
    { id: "param:optimizer.lr", desc: true },
    { id: "kept", desc: false },
  ]);
  expect(orderOfSorting(sorting, columns)).toEqual(orders);
});

test("where nothing is said, the best come first", () => {
  expect(sortingOf([], metric, columns)).toEqual([{ id: "best", desc: true }]);
  const least = { ...metric, direction: "min" } as const;
  expect(sortingOf([], least, columns)).toEqual([{ id: "best", desc: false }]);
  expect(sortingOf([], undefined, columns)).toEqual([]);
});

test("an order that no column shows stays as it is", () => {
  expect(sortingOf(["best:loss asc"], metric, columns)).toEqual([{ id: "best:loss", desc: false }]);
});
