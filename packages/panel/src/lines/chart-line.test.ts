import { sampleColumns } from "@epochal/testing/sample-columns";
import { expect, test } from "vitest";
import { runPalette } from "../../../dashboard/src/colors/run-palette.ts";
import { chartLines } from "./chart-line.ts";

const color = runPalette[0] ?? { light: "#000000", dark: "#ffffff" };
const run = (values: readonly number[]) => ({
  id: "a",
  label: "a",
  color,
  validation: sampleColumns("a", "val_auc", values),
});

test("a line breaks where a value is not finite, and the place is kept", () => {
  const [line] = chartLines([run([0.5, Number.NaN, 0.7])], "epoch");
  expect(line?.x).toEqual([1, 2, 3]);
  expect(line?.y).toEqual([0.5, Number.NaN, 0.7]);
  expect(line?.broken).toEqual([{ x: 2, value: Number.NaN }]);
  expect([line?.drawn, line?.stored]).toEqual([3, 3]);
});

test("training lines lie below validation lines", () => {
  const both = { ...run([1]), train: sampleColumns("a", "auc", [1]) };
  expect(chartLines([both], "epoch").map(({ split }) => split)).toEqual(["train", "validation"]);
});

test("the step is the place where that is asked, or where no epoch was logged", () => {
  const columns = { ...sampleColumns("a", "val_auc", [1, 2]), step: Float64Array.of(10, 20) };
  const place = (xAxis: "epoch" | "step", validation: typeof columns) =>
    chartLines([{ id: "a", label: "a", color, validation }], xAxis)[0]?.x;
  expect(place("step", columns)).toEqual([10, 20]);
  expect(place("epoch", columns)).toEqual([1, 2]);
  expect(place("epoch", { ...columns, epoch: Float64Array.of(Number.NaN, 1) })).toEqual([2, 11]);
});

test("the last batch of an epoch stands where the value of that epoch does", () => {
  const batches = { ...sampleColumns("a", "batch_loss", [3, 2]), epoch: Float64Array.of(0.5, 1) };
  const [line] = chartLines(
    [{ id: "a", label: "a", color, per: "batch", train: batches }],
    "epoch",
  );
  expect(line?.x).toEqual([0.5, 1]);
  expect(chartLines([run([0.5])], "epoch")[0]?.x).toEqual([1]);
});

test("what has no place on an axis is not drawn", () => {
  const columns = {
    ...sampleColumns("a", "loss", [1, 2]),
    wallTime: Float64Array.of(Number.NaN, 9),
  };
  const [line] = chartLines(
    [{ id: "a", label: "a", color, startedAt: 4, train: columns }],
    "relative",
  );
  expect([line?.x, line?.y, line?.drawn]).toEqual([[5], [2], 1]);
});

test("the steps of which every point is told are a stretch of the axis", () => {
  const columns = {
    ...sampleColumns("a", "val_auc", [1, 2, Number.NaN, 4, 5]),
    complete: { from: 1, to: 2 },
  };
  const [line] = chartLines([{ id: "a", label: "a", color, validation: columns }], "epoch");
  expect(line?.complete).toEqual({ min: 2, max: 3 });
});
