import { expect, test } from "vitest";
import { readExpiry } from "./read-expiry.ts";

test("reads times from now, days, and never", () => {
  expect(readExpiry("12h")).toBe(12 * 3_600_000);
  expect(readExpiry("90d")).toBe(90 * 24 * 3_600_000);
  expect(readExpiry("5m")).toBe(300_000);
  expect(readExpiry("never")).toBe(Number.POSITIVE_INFINITY);
  expect(readExpiry("2999-03-01")).toEqual(new Date("2999-03-01T23:59:59.999"));
});

test.each(["", "0d", "d", "-1d", "1y", "1.5h", "2020-01-01", "2999-13-45", "soon", "9999999d"])(
  "refuses %j",
  (text) => expect(() => readExpiry(text)).toThrow("--expires"),
);
