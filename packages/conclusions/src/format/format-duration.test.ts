import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDuration } from "./format-duration.ts";

const minute = 60_000;

test.each([
  [0, "0 ms"],
  [0.0004, "0.4 µs"],
  [0.34, "340 µs"],
  [0.9996, "1 ms"],
  [21.4, "21 ms"],
  [999.4, "999 ms"],
  [1.54, "1.5 ms"],
  [999.6, "1 s"],
  [4230, "4.2 s"],
  [9940, "9.9 s"],
  [9960, "10 s"],
  [42_000, "42 s"],
  [59_400, "59 s"],
  [59_600, "1 min"],
  [72_000, "1 min 12 s"],
  [59.4 * minute, "59 min 24 s"],
  [59.999 * minute, "1 h"],
  [185 * minute, "3 h 5 min"],
  [24 * 60 * minute - 1, "1 d"],
  [52 * 60 * minute, "2 d 4 h"],
  [-4200, "-4.2 s"],
  [Number.NaN, "unknown"],
  [Number.POSITIVE_INFINITY, "unknown"],
])("%d ms reads %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

const unit = { d: 86_400_000, h: 3_600_000, min: minute, s: 1000, ms: 1, µs: 0.001 };

/** The time that a text says. */
function read(text: string): number {
  const parts = [...text.matchAll(/([\d.e-]+) (\S+)/g)];
  return parts.reduce(
    (ms, [, count, name]) => ms + Number(count) * unit[name as keyof typeof unit],
    0,
  );
}

test("a time reads as what it is, to the second unit, and only no time as nothing", () => {
  const spans = fc.oneof(
    fc.double({ min: 0, max: 1e12, noNaN: true }),
    fc.double({ min: 0, max: 2, noNaN: true }),
  );
  fc.assert(
    fc.property(spans, (ms) => {
      const told = read(formatDuration(ms));
      expect(told === 0).toBe(ms === 0);
      if (ms > 0)
        expect(Math.abs(told / ms - 1)).toBeLessThan(ms < 1e-300 ? 1 : ms < 0.001 ? 0.34 : 0.0501);
    }),
    { numRuns: 2000 },
  );
});

test("no part of it is as large as the next longer unit", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e10, noNaN: true }), (ms) => {
      const parts =
        formatDuration(ms)
          .match(/\d+(?= (?:h|min|s)\b)/g)
          ?.map(Number) ?? [];
      for (const part of parts) expect(part).toBeLessThan(60);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [3_723_250, 100, "1:02:03.250"],
  [3_723_250, 1000, "1:02:03"],
  [3_723_250, 60_000, "1 h 2 min"],
  [123_400, 500, "2:03.400"],
  [84_660_000, 60_000, "23:31:00"],
  [9512, 10, "0:09.512"],
  [9512, 100, "9.5 s"],
  [25 * 60 * minute + 250, 1, "25:00:00.250"],
  [-61_001, 1, "-1:01.001"],
  [21.4, 0.1, "21 ms"],
  [0, 1, "0 ms"],
])("%d ms, told apart by %d ms, reads %s", (ms, finest, text) => {
  expect(formatDuration(ms, finest)).toBe(text);
});

test("spans of whole milliseconds that lie so far apart never read the same", () => {
  const parts = fc.record({
    ms: fc.integer({ min: 0, max: 4e9 }),
    finest: fc.integer({ min: 1, max: 1e7 }),
  });
  fc.assert(
    fc.property(parts, ({ ms, finest }) => {
      // Where both are told by units, each is rounded by half of what it is told to.
      const texts = [ms, ms + finest].map((each) => formatDuration(each, finest));
      expect(texts[0]).not.toBe(texts[1]);
    }),
    { numRuns: 5000 },
  );
});
