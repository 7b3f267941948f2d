import type { Chart, Point } from "chart.js";
import { type ChartLine, isSolid } from "../lines/chart-line.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { pixelOf } from "./pixel-of.ts";
import type { Theme } from "./theme.ts";
import { traceLine } from "./trace-line.ts";

type Drawn = Pick<ChartPicture, "lines" | "colors">;

/** A line with more points than this is drawn faintly instead of with dashes: they would run into each other. */
export const DENSE = 200;
/** More lines than this are thin: a wider one takes three times as long. */
const CROWDED = 24;
/** A point at the edge is seen whole. */
const BEYOND = 3;

/**
 * Draws the lines of a picture, but for the grey ones: the first run in front of the others, solid lines in front of dashed ones, and the faint
 * ones that smoothed lines are made of behind all. As datasets of chart.js they would take twice as long.
 */
export function drawLines(
  chart: Chart<"line", Point[]>,
  { lines, colors }: Drawn,
  theme: Theme,
): void {
  const { ctx, chartArea: area } = chart;
  const coloured = lines.filter(({ context }) => !context).reverse();
  const isCrowded = coloured.length > CROWDED;
  const colorOf = ({ run }: ChartLine) => colors.get(run)?.[theme] ?? "#888888";
  ctx.save();
  ctx.beginPath();
  ctx.rect(
    area.left - BEYOND,
    area.top - BEYOND,
    area.right - area.left + 2 * BEYOND,
    area.bottom - area.top + 2 * BEYOND,
  );
  ctx.clip();
  for (const line of coloured) {
    if (line.smooth === undefined) continue;
    ctx.lineWidth = 1;
    drawLine(chart, line.x, line.y, `${colorOf(line)}48`, colorOf(line));
  }
  for (const isInFront of [false, true]) {
    for (const line of coloured) {
      if (isStrong(line) !== isInFront) continue;
      const { split, x, y, smooth } = line;
      const color = colorOf(line);
      ctx.lineWidth = isInFront && !isCrowded ? 1.6 : 1;
      const isFaint = split === "earlier" || (split === "train" && x.length > DENSE);
      ctx.setLineDash(split !== "train" || isFaint ? [] : [4, 3]);
      const faded = isFaint ? `${color}88` : isInFront ? color : `${color}c0`;
      drawLine(chart, x, smooth ?? y, faded, color);
    }
  }
  ctx.restore();
}

/** The middle of a band must stand out from it. */
const isStrong = (line: ChartLine) => isSolid(line) || line.band !== undefined;

/** @param solid the colour of points that stand alone */
function drawLine(
  { ctx, scales }: Chart<"line", Point[]>,
  x: readonly number[],
  y: readonly number[],
  color: string,
  solid: string,
): void {
  ctx.strokeStyle = color;
  ctx.beginPath();
  traceLine(ctx, scales, x, y);
  ctx.stroke();
  const alone = y.flatMap((_, index) => (standsAlone(y, index) ? [index] : []));
  if (alone.length === 0 || !scales.x || !scales.y) return;
  const [atX, atY] = [pixelOf(scales.x), pixelOf(scales.y)];
  ctx.fillStyle = solid;
  for (const index of alone) {
    ctx.beginPath();
    ctx.arc(atX(x[index] ?? 0), atY(y[index] ?? 0), 2.5, 0, 2 * Math.PI);
    ctx.fill();
  }
}

/** A single point draws no line. */
const standsAlone = (y: readonly number[], index: number) =>
  Number.isFinite(y[index]) && !Number.isFinite(y[index - 1]) && !Number.isFinite(y[index + 1]);
