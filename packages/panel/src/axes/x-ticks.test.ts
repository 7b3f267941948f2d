import fc from "fast-check";
import { expect, test } from "vitest";
import { labelWidth } from "./tick-labels.ts";
import { isCutOff, xTicks } from "./x-ticks.ts";

const say = (min: number, max: number, isWhole = true, width = 800) =>
  xTicks({ range: { min, max }, xAxis: "epoch", isWhole, width, size: 11 }).map(
    ({ label }) => label,
  );

test("ticks stand at round places, as many as there is room for", () => {
  expect(say(1, 30)).toEqual(["5", "10", "15", "20", "25", "30"]);
  expect(say(1, 4)).toEqual(["1", "2", "3", "4"]);
  expect(say(0, 1, false)).toEqual(["0", "0.2", "0.4", "0.6", "0.8", "1"]);
  expect(say(25_000, 25_010, true, 400)).toEqual([
    "25,000",
    "25,002",
    "25,004",
    "25,006",
    "25,008",
    "25,010",
  ]);
  expect(say(0, 100_000, true, 130)).toEqual(["0", "50k", "100k"]);
});

test("whatever is shown, labels differ, fit beside each other, and stand in the range", () => {
  const given = fc.record({
    xAxis: fc.constantFrom("epoch", "step", "relative", "wall"),
    start: fc.oneof(
      fc.constant(0),
      fc.double({ min: 0, max: 1e5, noNaN: true }),
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }),
    ),
    length: fc.oneof(
      fc.integer({ min: 10, max: 5000 }),
      fc.double({ min: 10, max: 1e10, noNaN: true }),
    ),
    width: fc.integer({ min: 230, max: 1600 }),
  } as const);
  fc.assert(
    fc.property(given, ({ xAxis, start, length, width }) => {
      const range = { min: start, max: start + length };
      const ticks = xTicks({ range, xAxis, isWhole: xAxis === "step", width, size: 11 });
      expect(ticks.length).toBeGreaterThanOrEqual(1);
      expect(ticks.length).toBeLessThanOrEqual(10);
      const labels = ticks.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
      const dust = length * 1e-6;
      let end = -Infinity;
      for (const { value, label } of ticks) {
        expect(value).toBeGreaterThanOrEqual(range.min - dust);
        expect(value).toBeLessThanOrEqual(range.max + dust);
        const middle = ((value - range.min) / length) * width;
        const half = labelWidth(label, 11) / 2;
        if (ticks.length > 3) expect(middle - half).toBeGreaterThan(end);
        end = middle + half;
      }
    }),
    { numRuns: 3000 },
  );
});

test("labels at the ends are moved where they would be cut off", () => {
  const args = { xAxis: "step", isWhole: true, width: 400, size: 11 } as const;
  const cut = (min: number, max: number) => {
    const all = { ...args, range: { min, max } };
    return isCutOff(xTicks(all), all, { left: 40, right: 12 });
  };
  expect(cut(1, 30)).toBe(false);
  expect(cut(1000, 1040)).toBe(true);
  expect(cut(1000, 1049)).toBe(false);
});
