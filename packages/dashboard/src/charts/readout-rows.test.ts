import { expect, test } from "vitest";
import { runPalette } from "../colors/run-palette.ts";
import { chartLines } from "./chart-line.ts";
import { lastRows, readoutRows } from "./readout-rows.ts";
import { sampleColumns } from "./sample-columns.ts";

const color = runPalette[0] ?? { light: "#000000", dark: "#ffffff" };
const run = (id: string, validation: number[], train?: number[]) => ({
  id,
  label: id,
  color,
  validation: sampleColumns(id, "val_auc", validation),
  ...(train && { train: sampleColumns(id, "auc", train) }),
});
const runs = [
  run("low", [0.1, 0.2], [0.9, 0.9]),
  run("high", [0.8, 0.7]),
  run("nan", [Number.NaN]),
];
const lines = chartLines(runs, "epoch");
const ids = (x: number, more: { direction?: "min" | "max"; hovered?: string } = {}) =>
  readoutRows({ runs, lines, x, reach: 0.5, ...more }).map(({ run }) => run.id);

test("the best value comes first, what is not finite last", () => {
  expect(ids(1)).toEqual(["high", "low", "nan"]);
  expect(ids(1, { direction: "min" })).toEqual(["low", "high", "nan"]);
});

test("the hovered run comes before all", () => {
  expect(ids(1, { hovered: "nan" })).toEqual(["nan", "high", "low"]);
});

test("a run without a point there has no row", () => {
  expect(ids(2)).toEqual(["high", "low"]);
  expect(ids(7)).toEqual([]);
});

test("training and validation stand in one row", () => {
  const [, low] = readoutRows({ runs, lines, x: 1, reach: 0.5 });
  expect(low).toMatchObject({ train: 0.9, validation: 0.1 });
});

test("without a cursor each run says what it held last", () => {
  const last = lastRows(runs, lines, "max");
  expect(last.map(({ run, validation }) => [run.id, validation])).toEqual([
    ["high", 0.7],
    ["low", 0.2],
    ["nan", Number.NaN],
  ]);
});
