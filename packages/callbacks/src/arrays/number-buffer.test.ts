import { expect, test } from "vitest";
import { NumberBuffer } from "./number-buffer.ts";

test("NumberBuffer keeps every number while it grows, and none after clear", () => {
  const buffer = new NumberBuffer();
  for (let i = 0; i < 5000; i++) buffer.push(i / 2);
  expect(buffer.length).toBe(5000);
  expect([...buffer.view()]).toEqual(Array.from({ length: 5000 }, (_, i) => i / 2));
  buffer.clear();
  expect(buffer.view()).toHaveLength(0);
  expect(buffer.view().buffer.byteLength).toBeLessThanOrEqual(8192);
  buffer.push(7);
  expect([...buffer.view()]).toEqual([7]);
});
