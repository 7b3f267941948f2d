import type { Chart, Point } from "chart.js";
import { isSolid } from "../lines/chart-line.ts";
import { drawBand } from "./draw-band.ts";
import { DENSE } from "./draw-lines.ts";
import type { MarksInput } from "./marks-plugin.ts";
import { traceLine } from "./trace-line.ts";

/**
 * Brings one run forward on a canvas above the chart: a veil over the plot, the run's lines on it. It does not
 * draw the chart below again: with many runs that takes longer than the pointer stays.
 */
export function drawHighlight(
  canvas: HTMLCanvasElement,
  chart: Chart<"line", Point[]>,
  { picture, tokens, theme }: MarksInput,
  run: string | undefined,
): void {
  const { chartArea: area, width, height, currentDevicePixelRatio: ratio, scales } = chart;
  const ctx = canvas.getContext("2d");
  if (ctx === null || !scales.x || !scales.y) return;
  const lines = picture.lines.filter((line) => line.run === run);
  if (lines.length === 0) {
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    return;
  }
  const size = [Math.round(width * ratio), Math.round(height * ratio)] as const;
  if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, ...size);
  ctx.save();
  ctx.scale(ratio, ratio);
  ctx.beginPath();
  ctx.rect(area.left - 2, area.top - 2, area.right - area.left + 6, area.bottom - area.top + 3);
  ctx.clip();
  ctx.globalAlpha = 0.72;
  ctx.fillStyle = tokens.surface;
  ctx.fill();
  ctx.globalAlpha = 1;
  const color = picture.colors.get(run ?? "")?.[theme] ?? tokens.text;
  ctx.strokeStyle = color;
  for (const line of lines) drawBand(ctx, chart, line, `${color}38`);
  for (const line of lines) {
    const { x, y, smooth } = line;
    ctx.beginPath();
    ctx.lineWidth = isSolid(line) ? 2.4 : 1.5;
    ctx.setLineDash(isSolid(line) || x.length > DENSE ? [] : [4, 3]);
    traceLine(ctx, scales, x, smooth ?? y);
    ctx.stroke();
  }
  ctx.restore();
}
