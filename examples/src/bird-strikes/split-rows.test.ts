import { expect, test } from "vitest";
import { splitRows } from "./split-rows.ts";

const rows = Array.from({ length: 101 }, (_, index) => index);

test("no row is in both parts, and none is lost", () => {
  const { train, validation } = splitRows(rows, { seed: 7, validationShare: 0.2 });
  expect(train).toHaveLength(81);
  expect(validation).toHaveLength(20);
  expect([...train, ...validation].sort((a, b) => a - b)).toEqual(rows);
});

test("the seed alone decides the order", () => {
  const args = { seed: 7, validationShare: 0.2 };
  expect(splitRows(rows, args)).toEqual(splitRows(rows, args));
  expect(splitRows(rows, { ...args, seed: 8 })).not.toEqual(splitRows(rows, args));
  expect(splitRows(rows, args).train).not.toEqual(rows.slice(0, 81));
});
