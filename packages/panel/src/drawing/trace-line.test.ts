import type { Chart, Point } from "chart.js";
import { expect, test } from "vitest";
import { traceLine } from "./trace-line.ts";

/** Ten pixels for each 1, in a plot of a hundred. */
const scale = (type: string, pixel: (value: number) => number) => ({
  ...{ type, min: 0, max: 10 },
  getPixelForValue: pixel,
});
const scalesOf = (type: string) =>
  ({
    x: scale(type, (value) => 10 * value),
    y: scale(type, (value) => 100 - 10 * value),
  }) as unknown as Chart<"line", Point[]>["scales"];

function traced(type: string, x: readonly number[], y: readonly number[]): string {
  const path: string[] = [];
  const ctx = {
    moveTo: (at: number, down: number) => path.push(`M ${at} ${down}`),
    lineTo: (at: number, down: number) => path.push(`L ${at} ${down}`),
    arc: (at: number, down: number) => path.push(`O ${at} ${down}`),
  } as unknown as CanvasRenderingContext2D;
  traceLine(ctx, scalesOf(type), x, y);
  return path.join(", ");
}

test.each(["linear", "logarithmic"])("a line goes from point to point, %s", (type) => {
  expect(traced(type, [0, 1, 4], [1, 2, 3])).toBe("M 0 90, L 10 80, L 40 70");
});

test.each(["linear", "logarithmic"])("it is broken where a value is not finite, %s", (type) => {
  const y = [1, 2, Infinity, 3, 4, Number.NaN, 5, -Infinity];
  expect(traced(type, [0, 1, 2, 3, 4, 5, 6, 7], y)).toBe(
    "M 0 90, L 10 80, M 30 70, L 40 60, M 60 50, M 61.5 50, O 60 50",
  );
});
