import { expect, test } from "vitest";
import { briefMoment } from "./brief-moment.ts";
import { formatMoment } from "./format-moment.ts";

test("a moment is told in the reader's time, or in that of nobody", () => {
  expect(formatMoment(new Date(2026, 4, 1, 9, 5, 7).getTime())).toBe("2026-05-01 09:05:07");
  expect(formatMoment(Date.UTC(2026, 4, 1, 9, 5, 7), "utc")).toBe("2026-05-01 09:05:07");
  expect(formatMoment(Date.UTC(2026, 4, 1, 9, 5, 7, 42), "utc", 10)).toBe(
    "2026-05-01 09:05:07.042",
  );
  expect(formatMoment(Number.NaN)).toBe("unknown");
  expect(formatMoment(1e300, "utc")).toBe("unknown");
});

test("today is an hour, any other day is a day", () => {
  const now = new Date(2026, 0, 2, 23, 59).getTime();
  expect(briefMoment(new Date(2026, 0, 2, 0, 1).getTime(), now)).toBe("00:01");
  expect(briefMoment(new Date(2026, 0, 1, 23, 59).getTime(), now)).toBe("2026-01-01");
  expect(briefMoment(new Date(2025, 0, 2, 23, 59).getTime(), now)).toBe("2025-01-02");
  expect(briefMoment(Number.NaN, now)).toBe("unknown");
});
