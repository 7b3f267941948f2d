import { whole } from "@epochal/testing/full";
import fc from "fast-check";
import { expect, test } from "vitest";
import { yTicks } from "../drawing/chart-configuration.ts";
import { fitAxis } from "./fit-axis.ts";
import { tickLabels } from "./tick-labels.ts";

const odd = fc.constantFrom(
  ...[0, -0, 1e300, -1e300, 1.7e308, -1.7e308, 5e-324, -5e-324, 1e-310],
  ...[Number.NaN, Infinity, -Infinity, 1, 1e6, 1 + 2 ** -52],
);
const anywhere = fc.double({ noDefaultInfinity: true, noNaN: true });
/** Values that differ in their last digits only: of a loss that hardly moves. */
const close = fc
  .tuple(anywhere, fc.integer({ min: 0, max: 15 }), fc.array(fc.integer({ min: -9, max: 9 })))
  .map(([base, digits, steps]) => steps.map((step) => base * (1 + step * 10 ** -digits)));
const constant = fc.tuple(fc.oneof(odd, anywhere), fc.nat(20)).map(([v, n]) => Array(n).fill(v));
const values: fc.Arbitrary<number[]> = fc.oneof(
  fc.array(fc.oneof(odd, fc.double({ min: -10, max: 10, noNaN: true })), { maxLength: 30 }),
  fc.array(anywhere, { maxLength: 30 }),
  fc.array(fc.double({ min: 0.9e6, max: 1.1e6, noNaN: true }), { maxLength: 30 }),
  close,
  constant,
);

/** The number that a label says. */
function read(label: string): number {
  const [, digits = "", unit = ""] = /^(.*?)([kM]?)$/.exec(label.replaceAll(",", "")) ?? [];
  return Number(digits) * ({ k: 1e3, M: 1e6 }[unit] ?? 1);
}

test.each(["linear", "zero", "log"] as const)(
  "whatever the values, a %s axis has a few ticks that read differently and stand where they say",
  (scale) => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const axis = fitAxis(
          [
            { run: "a", y: a },
            { run: "b", y: b },
          ],
          scale,
        );
        const length = axis.max - axis.min;
        expect(Number.isFinite(length)).toBe(true);
        expect(axis.max).toBeGreaterThan(axis.min);
        if (scale === "log") expect(axis.min).toBeGreaterThan(0);
        const ticks = yTicks(axis);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(12);
        const labels = tickLabels(ticks);
        expect(new Set(labels).size).toBe(labels.length);
        for (const [i, tick] of ticks.entries()) {
          if (scale !== "log") {
            expect(tick).toBeGreaterThanOrEqual(axis.min - length * 1e-6);
            expect(tick).toBeLessThanOrEqual(axis.max + length * 1e-6);
          }
          const label = labels[i] ?? "";
          expect(label.length).toBeLessThanOrEqual(22);
          const apart = Math.min(
            ...ticks.filter((other) => other !== tick).map((other) => Math.abs(other - tick)),
          );
          expect(Math.abs(read(label) - tick)).toBeLessThanOrEqual(apart / 10);
        }
        // What is not on the axis is told, and nothing else.
        const told = new Set(axis.leaving);
        for (const [run, y] of Object.entries({ a, b })) {
          const finite = y.filter((v) => Number.isFinite(v) && (scale !== "log" || v > 0));
          const out = finite.some(
            (v) => v < axis.min - length * 1e-5 || v > axis.max + length * 1e-5,
          );
          if (out) expect(told).toContain(run);
          if (told.has(run)) {
            expect(finite.some((v) => v < axis.min || v > axis.max)).toBe(true);
          }
        }
      }),
      { numRuns: whole(2_000) },
    );
  },
);

test("ticks say as much as tells them apart, and no more", () => {
  expect(tickLabels([0, 0.2, 0.4])).toEqual(["0", "0.2", "0.4"]);
  expect(tickLabels([1e6, 1.5e6, 2e6])).toEqual(["1M", "1.5M", "2M"]);
  expect(tickLabels([1_234_500, 1_234_600])).toEqual(["1,234,500", "1,234,600"]);
  expect(tickLabels([0.81314, 0.813142, 0.813144])).toEqual(["0.81314", "0.813142", "0.813144"]);
  expect(tickLabels([25_000, 25_001])).toEqual(["25,000", "25,001"]);
  expect(tickLabels([25_000, 30_000])).toEqual(["25k", "30k"]);
  expect(tickLabels([])).toEqual([]);
});
