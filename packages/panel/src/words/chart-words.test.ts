import { formatValue } from "@epochal/conclusions";
import { sampleColumns } from "@epochal/testing/sample-columns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runPalette } from "../../../dashboard/src/colors/run-palette.ts";
import { chartLines } from "../lines/chart-line.ts";
import { shownLines } from "../lines/shown-lines.ts";
import { chartWords } from "./chart-words.ts";

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

test("of many values the true best is told, whatever their means", () => {
  const value = fc.oneof(
    { weight: 20, arbitrary: fc.double({ min: -100, max: 100, noNaN: true }) },
    fc.constant(Number.NaN),
  );
  const given = fc.record({
    values: fc.array(value, { minLength: 600, maxLength: 900 }),
    from: fc.nat(500),
    direction: fc.constantFrom("max", "min", undefined),
  });
  fc.assert(
    fc.property(given, ({ values, from, direction }) => {
      const only = run("a", values);
      const range = { min: from + 1, max: values.length };
      const lines = shownLines(chartLines([only], "epoch"), range, 0);
      const [words] = chartWords({ lines, xAxis: "epoch", x: range }, [only], direction);
      const shown = values.slice(from).filter(Number.isFinite);
      const [low, high] = [Math.min(...shown), Math.max(...shown)].map(formatValue);
      if (direction === undefined) expect(words).toMatch(`between ${low} `);
      if (direction === undefined) expect(words).toMatch(`and ${high} `);
      if (direction === "min") expect(words).toMatch(`best ${low} `);
      if (direction === "max") expect(words).toMatch(`best ${high} `);
      expect(words?.includes("in the mean")).toBe(lines[0]?.band !== undefined);
    }),
    { numRuns: 30 },
  );
});

test("the best that the store knows is told with its place, unless it lies beyond what is shown", () => {
  const known = { ...run("a", [0.9, 0.5, 0.4]), best: { value: 0.25, x: 2 } };
  expect(say(known)[0]).toContain("best 0.2500 at epoch 2");
  expect(tell([known], { min: 2.5, max: 3 })[0]).toContain("best 0.4000 at epoch 3");
});

test("of groups the means are told, and where they cross", () => {
  const group = (id: string, values: readonly number[]) => ({
    ...run(id, values),
    group: 5,
    validation: {
      ...sampleColumns(id, "val_loss", values),
      low: Float64Array.from(values, (each) => each - 0.3),
      high: Float64Array.from(values, (each) => each + 0.3),
      n: Float64Array.from(values, () => 5),
    },
  });
  expect(say(group("32 units", [0.9, 0.5]), group("64 units", [0.8, 0.6]))).toEqual([
    "32 units falls in the mean from 0.9000 to 0.5000, best mean 0.5000 at epoch 2",
    "64 units falls in the mean from 0.8000 to 0.6000, best mean 0.6000 at epoch 2",
    "64 units goes above 32 units at epoch 2",
  ]);
});

test("a curve that broke, or never had a value, says so", () => {
  expect(say(run("a", [1, Number.NaN]), run("b", [Number.NaN]))).toEqual([
    "a stays near 1, best 1 at epoch 1, not finite from epoch 2 on",
    "b has no finite value",
  ]);
  expect(say(run("a", [1, Number.NaN, 3, Infinity, 0.5]))[0]).toContain(
    "not finite 2 times, first at epoch 2",
  );
});
