import { expect, it } from "vitest";
import { describeSample } from "../statistics/describe-sample.ts";
import { groupDifferenceWords } from "./group-difference-words.ts";

const series = { kind: "metric", direction: "max" } as const;
const of = (name: string, ...values: number[]) => ({
  name,
  sample: describeSample(values),
});
// Means 0.81 and 0.818; the half width of R's t.test(b, a) is 0.01166.
const a = of("units 32", 0.8, 0.805, 0.81, 0.815, 0.82);
const b = of("units 64", 0.808, 0.813, 0.818, 0.823, 0.828);

it("says by how much, from how many runs, and that it may be chance", () => {
  expect(groupDifferenceWords({ a, b, series, of: 8, isBest: true, repeats: "seed" })).toBe(
    "units 64 over units 32: +0.8 ± 1.2 points, 5 seeds each, best of 8 groups: not distinguishable",
  );
  expect(groupDifferenceWords({ a: b, b: a, series })).toBe(
    "units 32 over units 64: −0.8 ± 1.2 points, 5 runs each: not distinguishable",
  );
});

it("says more than chance only where the many comparisons leave it so", () => {
  const far = of("units 256", 0.828, 0.833, 0.838, 0.843, 0.848);
  expect(groupDifferenceWords({ a, b: far, series, of: 8 })).toMatch(
    /, two of 8 groups: more than chance$/,
  );
  const near = of("units 96", 0.815, 0.82, 0.825, 0.83, 0.835);
  expect(groupDifferenceWords({ a, b: near, series })).toMatch(/: more than chance$/);
  expect(groupDifferenceWords({ a, b: near, series, of: 40, isBest: true })).toMatch(
    /best of 40 groups: more than chance alone, but not as one of 39 comparisons$/,
  );
  expect(groupDifferenceWords({ a, b: near, series, of: 40 })).toMatch(
    /two of 40 groups: more than chance alone, but not as one of 780 comparisons$/,
  );
});

it("tells the difference with the digits of its interval", () => {
  const told = (shift: number, spread: number, kind: "metric" | "loss") => {
    const values = [-1, -0.5, 0, 0.5, 1].map((step) => 0.5 + step * spread);
    const words = groupDifferenceWords({
      a: of("a", ...values),
      b: of("b", ...values.map((value) => value + shift)),
      series: { kind, direction: "max" },
    });
    return / ([+−]?)([\d.]+) ± ([\d.]+)/.exec(words)?.slice(1) ?? [];
  };
  const decimals = (text = "") => text.split(".")[1]?.length ?? 0;
  for (const kind of ["metric", "loss"] as const)
    for (const spread of [0.0004, 0.003, 0.02, 0.13, 0.4])
      for (const shift of [0.000016, 0.0016, -0.05, 0.3]) {
        const [sign, by, around] = told(shift, spread, kind);
        expect(decimals(by)).toBe(decimals(around));
        expect(sign).toBe(shift > 0 ? "+" : "−");
        // Half of the last digit at most is lost.
        const scale = kind === "metric" && 0.5 + spread + Math.max(0, shift) <= 1 ? 100 : 1;
        if (scale === 1) continue;
        const off = Math.abs(Number(by) - scale * Math.abs(shift));
        expect(off).toBeLessThanOrEqual(0.5001 * 10 ** -decimals(by));
      }
  expect(told(0.000016, 0.003, "metric")).toEqual(["+", "0.00", "0.35"]);
});

it("says nothing of two runs, and points only of shares", () => {
  expect(groupDifferenceWords({ a: of("x", 1, 2), b, series })).toBe(
    "units 64 over x: 5 and 2 runs: too few to tell, 3 of each are needed",
  );
  const loss = { kind: "loss", direction: "min" } as const;
  expect(
    groupDifferenceWords({
      a: of("x", 3, 3, 3),
      b: of("y", 1, 1, 1),
      series: loss,
      of: 3,
      isBest: true,
    }),
  ).toBe("y over x: −2 ± 0, 3 runs each, best of 3 groups: more than chance");
});
