import { expect, test } from "vitest";
import { timeTick, timeTicks } from "./time-ticks.ts";

const say = (min: number, max: number) =>
  timeTicks({ min, max }, "relative").map((at) => timeTick(at, { min, max }, "relative"));

test("an axis of relative time has its ticks at round times", () => {
  expect(say(0, 60_000)).toEqual(["0 ms", "10 s", "20 s", "30 s", "40 s", "50 s", "1 min"]);
  expect(say(0, 3_600_000 * 5)).toEqual(["0 ms", "1 h", "2 h", "3 h", "4 h", "5 h"]);
});

test("an axis of moments says the hour within a day, and the day beyond it", () => {
  const noon = new Date(2026, 4, 1, 12).getTime();
  const ticks = (max: number) =>
    timeTicks({ min: noon, max }, "wall").map((at) => timeTick(at, { min: noon, max }, "wall"));
  expect(ticks(noon + 3_600_000)).toEqual([
    "12:00",
    "12:10",
    "12:20",
    "12:30",
    "12:40",
    "12:50",
    "13:00",
  ]);
  expect(ticks(noon + 6 * 86_400_000)).toEqual([
    "05-02",
    "05-03",
    "05-04",
    "05-05",
    "05-06",
    "05-07",
  ]);
  expect(ticks(noon + 86_400_000)[0]).toMatch(/^05-01 \d\d:00$/);
});

test("no range is too long or too short for a few ticks", () => {
  for (const length of [1e-3, 1, 1e3, 1e9, 1e12, 1e15]) {
    for (const xAxis of ["relative", "wall"] as const) {
      const ticks = timeTicks({ min: 1e12, max: 1e12 + length }, xAxis);
      expect(ticks.length).toBeLessThanOrEqual(12);
      for (const at of ticks) expect(at).toBeGreaterThanOrEqual(1e12);
    }
  }
});
