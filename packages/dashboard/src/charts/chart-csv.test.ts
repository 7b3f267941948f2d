import { sampleColumns } from "@epochal/testing/sample-columns";
import papaparse from "papaparse";
import { expect, test } from "vitest";
import { runPalette } from "../colors/run-palette.ts";
import { chartCsv } from "./chart-csv.ts";

const color = runPalette[0] ?? { light: "#000000", dark: "#ffffff" };
const runs = [
  {
    id: "r1",
    label: '=cmd, "one"',
    color,
    train: sampleColumns("r1", "loss", [0.1 + 0.2, Number.NaN, 1e-300]),
    validation: sampleColumns("r1", "val_loss", [-5e-324, Infinity, 3]),
  },
];
const read = (text: string) =>
  papaparse.parse<Record<string, string>>(text.trim(), { header: true }).data;

test("every value is told with all its digits, and epochs from 0", async () => {
  const rows = read(await chartCsv({ runs, xAxis: "epoch", splits: "both" }));
  expect(rows.map(({ split, epoch, value }) => [split, epoch, Number(value)])).toEqual([
    ["train", "0", 0.1 + 0.2],
    ["train", "1", Number.NaN],
    ["train", "2", 1e-300],
    ["validation", "0", -5e-324],
    ["validation", "1", Infinity],
    ["validation", "2", 3],
  ]);
  expect(Object.keys(rows[0] ?? {})).toEqual([
    "run",
    "name",
    "split",
    "step",
    "epoch",
    "time",
    "value",
  ]);
});

test("only what is shown is told: a split, and a range of the axis, whose epochs count from 1", async () => {
  const range = { min: 2, max: 3 };
  const rows = read(await chartCsv({ runs, xAxis: "epoch", splits: "validation", range }));
  expect(rows.map(({ epoch, value }) => [epoch, value])).toEqual([
    ["1", "Infinity"],
    ["2", "3"],
  ]);
});

test("what is measured on no split is told whichever is shown, an earlier segment where all is", async () => {
  const [run] = runs;
  if (run === undefined) throw new Error("no run");
  const single = sampleColumns("r1", "learning_rate", [0.5]);
  const earlier = [sampleColumns("r1", "loss", [7])];
  const told = async (splits: "both" | "train" | "validation") => {
    const { train, validation, ...rest } = run;
    const all = [{ ...rest, train, single, earlier }];
    const rows = read(await chartCsv({ runs: all, xAxis: "epoch", splits }));
    return rows.map(({ split, value }) => `${split} ${value}`);
  };
  expect(await told("both")).toEqual([
    "earlier 7",
    ...["train 0.30000000000000004", "train NaN", "train 1e-300"],
    " 0.5",
  ]);
  expect(await told("validation")).toEqual([" 0.5"]);
});

test("a name that begins like a formula is none", async () => {
  const [row] = read(await chartCsv({ runs, xAxis: "step", splits: "both" }));
  expect(row?.name).toBe(`'=cmd, "one"`);
});

test("a band has its ends and its count", async () => {
  const train = {
    ...sampleColumns("g", "loss", [2, 3]),
    low: Float64Array.of(1, Number.NaN),
    high: Float64Array.of(4, Number.NaN),
    n: Float64Array.of(5, 1),
  };
  const rows = read(
    await chartCsv({
      runs: [{ id: "g", label: "g", color, train }],
      xAxis: "epoch",
      splits: "both",
    }),
  );
  expect(rows.map(({ low, high, n }) => [low, high, n])).toEqual([
    ["1", "4", "5"],
    ["", "", "1"],
  ]);
});
