import type { Chart, Point } from "chart.js";
import { DENSE } from "./chart-configuration.ts";
import type { MarksInput } from "./marks-plugin.ts";

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
  // Setting the size also clears.
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  ctx.scale(ratio, ratio);
  ctx.beginPath();
  ctx.rect(area.left - 2, area.top - 2, area.right - area.left + 6, area.bottom - area.top + 3);
  ctx.clip();
  ctx.globalAlpha = 0.72;
  ctx.fillStyle = tokens.surface;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = picture.colors.get(run ?? "")?.[theme] ?? tokens.text;
  for (const { x, y, split } of lines) {
    ctx.beginPath();
    ctx.lineWidth = split === "validation" ? 2.4 : 1.5;
    ctx.setLineDash(split === "validation" || x.length > DENSE ? [] : [4, 3]);
    let pen = false;
    for (const [index, value] of y.entries()) {
      const at = [
        scales.x.getPixelForValue(x[index] ?? 0),
        scales.y.getPixelForValue(value),
      ] as const;
      if (!Number.isFinite(at[1])) pen = false;
      else if (pen) ctx.lineTo(...at);
      else {
        ctx.moveTo(...at);
        pen = true;
      }
    }
    ctx.stroke();
  }
}
