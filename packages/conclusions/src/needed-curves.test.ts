import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { curveOf, perEpoch, summaryOf } from "../test/curves.ts";
import { neededCurves } from "./needed-curves.ts";
import { conclude } from "./verdict/conclude.ts";

const seed = newSeed();

it(`has every curve that the rules ask for, and none of a metric that nobody judges (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const one = <T>(...of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
  const keys = ["loss", "val_loss", "auc", "val_auc", "speed", "tracking_ms", "epoch_seconds"];
  let [asked, left] = [0, 0];
  for (let round = 0; round < 500; round++) {
    const rows = keys
      .filter(() => random() < 0.8)
      .map((key) => {
        const end = one(1, 1, 1, Number.NaN);
        const values = perEpoch(12, (epoch) => (epoch === 11 ? end : random()));
        const { direction: _direction, ...summary } = summaryOf(key, values);
        const kind = summary.kind === "system" ? summary.kind : one(summary.kind, "metric");
        const direction =
          kind === "system" ? undefined : one("min" as const, "max" as const, undefined);
        const series = {
          ...summary,
          kind,
          per: one("epoch" as const, "epoch" as const, "batch" as const),
        };
        return { values, series: { ...series, ...(direction && { direction }) } };
      });
    const series = rows.map((row) => row.series);
    const curves = new Map(
      rows.flatMap(({ values, series: { key, kind, per } }) => {
        const isCurve = per === "epoch" && (kind !== "system" || key !== "speed");
        return isCurve ? [[key, curveOf(values)] as const] : [];
      }),
    );
    const needed = new Set(neededCurves(series).map(({ key }) => key));
    const few = new Map([...curves].filter(([key]) => needed.has(key)));
    const all = conclude({ series, events: [], curves });
    expect(conclude({ series, events: [], curves: few })).toEqual(all);
    asked += few.size;
    left += curves.size - few.size;
  }
  expect(Math.min(asked, left)).toBeGreaterThan(50);
});
