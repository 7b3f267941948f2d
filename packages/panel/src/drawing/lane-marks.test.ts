import { sampleColumns } from "@epochal/testing/sample-columns";
import { expect, test } from "vitest";
import { runPalette } from "../../../dashboard/src/colors/run-palette.ts";
import { chartLines } from "../lines/chart-line.ts";
import { lastRows, readoutRows } from "../words/readout-rows.ts";
import { laneMarks, laneName } from "./lane-marks.ts";

const color = runPalette[0] ?? { light: "#000000", dark: "#ffffff" };
const run = (id: string, values: readonly number[]) => ({
  id,
  label: id,
  color,
  validation: sampleColumns(id, "val_loss", values),
});
const lane = (...lists: readonly (readonly number[])[]) =>
  laneMarks(
    chartLines(
      lists.map((values, i) => run(`r${i}`, values)),
      "epoch",
    ),
  );

test.each([
  [[[1, Number.NaN, 2]], "NaN"],
  [[[1, Infinity, 2]], "∞"],
  [[[1, -Infinity, 2]], "-∞"],
  [[[Infinity], [-Infinity]], "±∞"],
  [[[Infinity, Number.NaN]], "NaN ∞"],
  [[[1], [-Infinity], [Number.NaN]], "NaN -∞"],
  [[[Number.NaN, Infinity, -Infinity]], "NaN ±∞"],
  [[[1, 2]], ""],
])("the lane of %j is called “%s”", (lists, name) => {
  expect(laneName(lane(...lists))).toBe(name);
});

test("every mark says what its value is", () => {
  expect(lane([1, Infinity, 2], [Number.NaN, 1, -Infinity])).toEqual([
    { run: "r1", x: 1, kind: "NaN" },
    { run: "r0", x: 2, kind: "∞" },
    { run: "r1", x: 3, kind: "-∞" },
  ]);
});

test("the readout names an infinite value, and it is never best", () => {
  const runs = [run("high", [1, Infinity]), run("low", [1, -Infinity]), run("sound", [1, 2])];
  const lines = chartLines(runs, "epoch");
  for (const direction of ["min", "max", undefined] as const) {
    const rows = readoutRows({ runs, lines, x: 2, xAxis: "epoch", direction });
    expect(rows[0]?.run.id).toBe("sound");
    expect(new Set(rows.map(({ validation }) => validation))).toEqual(
      new Set([2, Infinity, -Infinity]),
    );
    expect(lastRows({ range: { min: 1, max: 9 }, runs, lines, direction })[0]?.run.id).toBe(
      "sound",
    );
  }
});
