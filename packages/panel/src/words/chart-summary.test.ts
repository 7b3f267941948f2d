import { sampleColumns } from "@epochal/testing/sample-columns";
import { expect, test } from "vitest";
import { runPalette } from "../../../dashboard/src/colors/run-palette.ts";
import { fitAxis } from "../axes/fit-axis.ts";
import { belowLog } from "../lines/below-log.ts";
import { chartLines } from "../lines/chart-line.ts";
import { chartSummary } from "./chart-summary.ts";

const color = runPalette[0] ?? { light: "#000000", dark: "#ffffff" };
const linesOf = (values: Record<string, number[]>) =>
  chartLines(
    Object.entries(values).map(([id, list]) => ({
      id,
      label: id,
      color,
      validation: sampleColumns(id, "val_loss", list),
    })),
    "epoch",
  );
const say = (values: Record<string, number[]>, scale: "linear" | "log" = "linear") =>
  chartSummary(linesOf(values), fitAxis(linesOf(values), scale), {
    ...(scale === "log" && { below: belowLog(linesOf(values), { min: 1, max: 99 }) }),
  });

test("all points are told, those in the lane of NaN too", () => {
  expect(say({ a: [1, 0.5, Number.NaN], b: [1, 0.6] })).toEqual({
    meta: "2 runs · 5 of 5 points",
  });
});

test("who leaves the axis is told with its furthest value", () => {
  const calm = [0.9, 0.8, 0.7, 0.6, 0.55, 0.5];
  const { leaving } = say({ a: calm, b: calm, c: calm, d: calm, wild: [0.9, 0.8, 1123] });
  expect(leaving).toBe("1 run leaves the axis (to 1123)");
});

test("what a log axis cannot show is counted", () => {
  expect(say({ a: [1, 0, 0.1] }, "log").meta).toBe(
    "1 run · 2 of 3 points · 1 not above 0, not on a log axis",
  );
  const lines = linesOf({ a: [1, 0, 0.1] });
  const below = { count: 1, isAtLeast: true };
  expect(chartSummary(lines, fitAxis(lines, "log"), { below }).meta).toBe(
    "1 run · at most 2 of 3 points · at least 1 not above 0, not on a log axis",
  );
});

test("of bucketed series both numbers are told", () => {
  const [line] = linesOf({ a: [1, 2] });
  if (line === undefined) throw new Error("no line");
  const lines = [{ ...line, stored: 12_000 }];
  expect(chartSummary(lines, fitAxis(lines, "linear")).meta).toBe("1 run · 2 of 12,000 points");
});

test("groups are called so, and smoothing is said", () => {
  const lines = linesOf({ a: [1, 2] });
  expect(chartSummary(lines, fitAxis(lines, "linear"), { of: "group", smoothing: 0.6 }).meta).toBe(
    "1 group · 2 of 2 points · smoothed 0.6",
  );
});
