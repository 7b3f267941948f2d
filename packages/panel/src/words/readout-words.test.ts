import { expect, test } from "vitest";
import { grey } from "../../../dashboard/src/colors/grey.ts";
import type { ChartRun } from "../lines/chart-run.ts";
import { lastWords, readoutNote, spokenRows } from "./readout-words.ts";

const run = (id: string, more: Partial<ChartRun> = {}) => ({ id, label: id, color: grey, ...more });

test("without a cursor the place that is read is named on every axis, and whether it ends a zoom", () => {
  const axes = ["epoch", "step", "relative", "wall"] as const;
  const say = (per: "epoch" | "batch", isZoomed: boolean) =>
    axes.map((xAxis) => lastWords(xAxis, per, isZoomed));
  expect(say("epoch", false)).toEqual(["last epoch", "last step", "last value", "last value"]);
  expect(say("batch", true)).toEqual([
    "last batch shown",
    "last step shown",
    "last value shown",
    "last value shown",
  ]);
});

test("values that are not those that were logged are called what they are", () => {
  expect(readoutNote([run("a")], [{}, { n: [1, 1] }])).toBeUndefined();
  expect(readoutNote([run("a")], [{ n: [1, 4] }])).toBe("means");
  expect(readoutNote([run("a")], [{ smooth: [1] }])).toBe("raw");
  expect(readoutNote([run("a", { group: 5 })], [{ n: [5], smooth: [1] }])).toBe(
    "raw means of runs",
  );
});

test("rows are spoken with what they are compared with, and those that must be there", () => {
  const rows = [
    { run: run("a"), validation: 0.1, train: 0.05, delta: -0.2, tone: "good" } as const,
    { run: run("b"), validation: 0.3, isBaseline: true },
    { run: run("c"), train: Number.NaN },
    ...["d", "e", "f"].map((id) => ({ run: run(id), validation: 0.5 })),
    { run: run("best") },
  ];
  expect(spokenRows(rows, ["best"])).toBe(
    "a 0.1000, training 0.0500, −0.2000 to the baseline; b 0.3000, the baseline; c training NaN; d 0.5000; best no value; 2 more",
  );
  const group = { run: run("32 units", { group: 5 }), validation: 0.5, n: 4 };
  expect(spokenRows([{ ...group, spread: { low: 0.4, high: 0.6 } }], [])).toBe(
    "32 units 0.5000, 0.4000 to 0.6000, 4 runs",
  );
});
