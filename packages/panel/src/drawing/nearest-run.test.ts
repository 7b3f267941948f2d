import { expect, test } from "vitest";
import { nearestRun } from "./nearest-run.ts";

const line = (run: string, y: number[]) => ({
  run,
  split: "validation" as const,
  x: y.map((_, index) => index),
  y,
  broken: [],
  drawn: y.length,
  stored: y.length,
});
const lines = [line("low", [0.1, Number.NaN]), line("high", [0.9, 0.8])];
const at = (x: number, pixel: number) =>
  nearestRun({ lines, x, xAxis: "epoch", toPixel: (value) => 100 - 100 * value, pixel });

test("the run whose line is nearest is found, if it is near", () => {
  expect(at(0, 85)).toBe("low");
  expect(at(0, 15)).toBe("high");
  expect(at(0, 50)).toBeUndefined();
});

test("a line that is broken there is not near", () => {
  expect(at(1, 90)).toBeUndefined();
});
