import { expect, test } from "vitest";
import type { ChartPicture } from "./chart-picture.ts";
import { samePicture } from "./same-picture.ts";

const line = {
  run: "a",
  split: "train" as const,
  x: [1, 2],
  y: [3, 4],
  broken: [],
  drawn: 2,
  stored: 2,
};
const color = { light: "#000000", dark: "#ffffff" };
const mark = { kind: "best", x: 1, label: "" } as never;
const picture: ChartPicture = {
  lines: [line],
  colors: new Map([["a", color]]),
  axis: { min: 0, max: 5, step: 1, leaving: [] } as never,
  x: { min: 1, max: 2 },
  whole: { min: 1, max: 2 },
  xAxis: "epoch",
  scale: "linear",
  best: { run: "a", x: 1, y: 3, label: "3" },
  marks: [mark],
  bands: 1,
};

test("a picture that is made anew of the same parts looks the same", () => {
  const again = {
    ...picture,
    lines: [...picture.lines],
    colors: new Map(picture.colors),
    x: { ...picture.x },
    best: { run: "a", x: 1, y: 3, label: "3" },
    marks: [mark],
  };
  expect(samePicture(picture, again)).toBe(true);
});

test.each<Partial<ChartPicture>>([
  { lines: [{ ...line }] },
  { lines: [] },
  { colors: new Map([["a", { ...color }]]) },
  { colors: new Map() },
  { axis: { ...picture.axis, max: 6 } },
  { x: { min: 1, max: 3 } },
  { whole: { min: 0, max: 2 } },
  { xAxis: "step" },
  { scale: "log" },
  { best: undefined },
  { marks: [] },
  { bands: 0.5 },
  { zero: true },
])("another part is seen: %j", (part) => {
  expect(samePicture(picture, { ...picture, ...part })).toBe(false);
});
