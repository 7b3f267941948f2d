import { expect, test } from "vitest";
import { formatMoment } from "./format-moment.ts";

test("today is an hour, any other day is a day", () => {
  const now = new Date(2026, 0, 2, 23, 59);
  expect(formatMoment(new Date(2026, 0, 2, 0, 1), now)).toBe("00:01");
  expect(formatMoment(new Date(2026, 0, 1, 23, 59), now)).toBe("2026-01-01");
  expect(formatMoment(new Date(2025, 0, 2, 23, 59), now)).toBe("2025-01-02");
});
