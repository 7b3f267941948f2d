import { expect, test } from "vitest";
import { runPalette } from "../colors/run-palette.ts";
import { chartLines } from "./chart-line.ts";
import { chartWords } from "./chart-words.ts";
import { sampleColumns } from "./sample-columns.ts";

const color = runPalette[0] ?? { light: "#000000", dark: "#ffffff" };
const run = (id: string, values: readonly number[], context = false) => ({
  id,
  label: id,
  color,
  context,
  validation: sampleColumns(id, "val_loss", values),
});
const say = (...runs: ReturnType<typeof run>[]) => tell(runs, { min: 1, max: 100 });
const tell = (runs: ReturnType<typeof run>[], x: { min: number; max: number }) =>
  chartWords({ lines: chartLines(runs, "epoch"), xAxis: "epoch", x }, runs, "min");

test("a chart says trends, best values and where curves cross", () => {
  expect(say(run("a", [0.9, 0.5, 0.4]), run("b", [0.8, 0.6, 0.7]))).toEqual([
    "a falls from 0.9000 to 0.4000, best 0.4000 at epoch 3",
    "b falls from 0.8000 to 0.7000, best 0.6000 at epoch 2",
    "b goes above a at epoch 2",
  ]);
});

test("only what is shown is told", () => {
  expect(tell([run("a", [0.1, 0.9, 0.5, 0.2])], { min: 2, max: 3.5 })).toEqual([
    "a falls from 0.9000 to 0.5000, best 0.5000 at epoch 3",
  ]);
});

test("grey curves are not told, and of many coloured ones the rest is counted", () => {
  const many = Array.from({ length: 9 }, (_, i) => run(`r${i}`, [i, i + 0.5]));
  const words = say(...many, run("grey", [1, 2], true));
  expect(words.filter((text) => text.includes("grey"))).toEqual([]);
  expect(words).toContain("4 more curves");
});

test("a curve that broke, or never had a value, says so", () => {
  expect(say(run("a", [1, Number.NaN]), run("b", [Number.NaN]))).toEqual([
    "a stays near 1, best 1 at epoch 1, not finite from epoch 2 on",
    "b has no finite value",
  ]);
});
