import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeSample } from "./describe-sample.ts";
import { rankCorrelation } from "./rank-correlation.ts";
import { tQuantile } from "./t-quantile.ts";
import { welchInterval } from "./welch-interval.ts";

interface Golden {
  readonly t: readonly { readonly p: number; readonly df: number; readonly t: number }[];
  readonly samples: readonly {
    readonly values: readonly number[];
    readonly mean: number;
    readonly median: number;
    readonly quartiles: readonly [number, number];
    readonly sd?: number;
    readonly se?: number;
    readonly interval?: readonly [number, number];
  }[];
  readonly welch: readonly {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly difference: number;
    readonly low: number;
    readonly high: number;
    readonly df: number;
  }[];
  readonly ranks: readonly {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly rho: number;
    readonly low?: number;
    readonly high?: number;
  }[];
}

const golden = JSON.parse(
  readFileSync(new URL("../../test/golden/statistics.json", import.meta.url), "utf8"),
) as Golden;

/** Equal in `digits` digits that matter. */
function expectNear(value: number | undefined, wanted: number, digits: number): void {
  const distance = Math.abs((value ?? Number.NaN) - wanted);
  expect(distance, `${value} is not ${wanted}`).toBeLessThanOrEqual(
    Math.abs(wanted) * 10 ** -digits,
  );
}

describe("as SciPy", () => {
  it.each(golden.t)("tQuantile($p, $df)", ({ p, df, t }) => {
    expectNear(tQuantile(p, df), t, 9);
  });

  it.each(golden.samples)("describeSample of $values.length values", (wanted) => {
    const found = describeSample(wanted.values);
    expectNear(found?.mean, wanted.mean, 14);
    expect(found?.median).toBe(wanted.median);
    expectNear(found?.quartiles.low, wanted.quartiles[0], 14);
    expectNear(found?.quartiles.high, wanted.quartiles[1], 14);
    expect(found?.sd === undefined).toBe(wanted.sd === undefined);
    if (wanted.sd !== undefined) expectNear(found?.sd, wanted.sd, 8);
    if (wanted.se !== undefined) expectNear(found?.se, wanted.se, 8);
    if (wanted.interval === undefined) return;
    expectNear(found?.interval?.low, wanted.interval[0], 9);
    expectNear(found?.interval?.high, wanted.interval[1], 9);
  });

  it.each(golden.welch)("welchInterval of $a.length and $b.length values", (wanted) => {
    const found = welchInterval(wanted.a, wanted.b);
    expectNear(found?.difference, wanted.difference, 12);
    expectNear(found?.df, wanted.df, 9);
    expectNear(found?.low, wanted.low, 9);
    expectNear(found?.high, wanted.high, 9);
  });

  it.each(golden.ranks)("rankCorrelation of $x.length pairs", (wanted) => {
    const found = rankCorrelation(wanted.x, wanted.y);
    expect(found?.n).toBe(wanted.x.length);
    expectNear(found?.rho, wanted.rho, 12);
    expectNear(found?.high, wanted.high ?? 1, 10);
    if (wanted.low !== undefined) expectNear(found?.low, wanted.low, 10);
    else expect(found?.low).toBeLessThan(1);
  });
});

describe("where there is too little", () => {
  it("nothing is said", () => {
    expect(describeSample([])).toBeUndefined();
    expect(describeSample([3])).not.toHaveProperty("interval");
    expect(welchInterval([1], [1, 2])).toBeUndefined();
    expect(rankCorrelation([1, 2, 3], [1, 2, 3])).toBeUndefined();
    expect(rankCorrelation([1, 1, 1, 1], [1, 2, 3, 4])).toBeUndefined();
  });

  it("values of any size are described", () => {
    const values = [1, 2, 4, 4.5, 9];
    const usual = describeSample(values);
    for (const power of [1000, 1020, -1000, -1060]) {
      const scale = 2 ** power;
      const found = describeSample(values.map((value) => value * scale));
      expectNear((found?.mean ?? 0) / scale, usual?.mean ?? 0, power === -1060 ? 3 : 14);
      expectNear((found?.sd ?? 0) / scale, usual?.sd ?? 0, power === -1060 ? 3 : 14);
      expectNear((found?.median ?? 0) / scale, usual?.median ?? 0, power === -1060 ? 3 : 14);
    }
  });

  it("groups that do not vary differ for sure", () => {
    expect(welchInterval([1, 1], [2, 2])).toEqual({ difference: 1, low: 1, high: 1, df: Infinity });
  });

  it("what makes no sense is an error", () => {
    for (const p of [0, 1, -1, Number.NaN]) expect(() => tQuantile(p, 3)).toThrow(RangeError);
    for (const df of [0, -1, Number.NaN]) expect(() => tQuantile(0.9, df)).toThrow(RangeError);
    expect(() => rankCorrelation([1, 2], [1])).toThrow(RangeError);
  });

  it("of very many degrees of freedom it is the normal distribution", () => {
    expectNear(tQuantile(0.975, Infinity), 1.959963984540054, 5);
  });
});
