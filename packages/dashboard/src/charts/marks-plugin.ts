import type { Chart, Plugin } from "chart.js";
import type { CanvasTokens } from "./canvas-tokens.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { placeLabel } from "./place-label.ts";
import { LANE_HEIGHT } from "./plot-frame.ts";
import type { Theme } from "./use-theme.ts";

/** What the marks are drawn from. */
export interface MarksInput {
  readonly picture: ChartPicture;
  readonly tokens: CanvasTokens;
  readonly theme: Theme;
}

/** Draws the best point with its label, and the lane of values that are not finite. */
export function marksPlugin(read: () => MarksInput): Plugin<"line"> {
  return {
    id: "marks",
    afterDatasetsDraw(chart) {
      const input = read();
      chart.ctx.save();
      drawLane(chart, input);
      drawBest(chart, input);
      chart.ctx.restore();
    },
  };
}

function drawLane(chart: Chart, { picture, tokens, theme }: MarksInput): void {
  const marks = picture.lines.flatMap(({ run, broken }) => broken.map((mark) => ({ run, ...mark })));
  const { ctx, chartArea, scales } = chart;
  if (marks.length === 0 || !scales.x) return;
  const middle = chartArea.bottom + LANE_HEIGHT / 2 + 1;
  ctx.font = `500 10px ${tokens.font}`;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillStyle = tokens.bad;
  ctx.fillText(marks.some(({ value }) => Number.isNaN(value)) ? "NaN" : "∞", chartArea.left - 8, middle);
  const drawn = new Set<string>();
  for (const { run, x } of marks) {
    const at = Math.round(scales.x.getPixelForValue(x));
    // Training and validation of a run break together; one mark says it.
    if (at < chartArea.left - 1 || at > chartArea.right + 1 || drawn.has(`${run} ${at}`)) continue;
    drawn.add(`${run} ${at}`);
    ctx.fillStyle = picture.colors.get(run)?.[theme] ?? tokens.muted;
    ctx.beginPath();
    ctx.moveTo(at - 4, middle + 3.5);
    ctx.lineTo(at + 4, middle + 3.5);
    ctx.lineTo(at, middle - 3.5);
    ctx.fill();
  }
}

function drawBest(chart: Chart, { picture, tokens, theme }: MarksInput): void {
  const { best } = picture;
  const { ctx, chartArea, scales } = chart;
  if (best === undefined || !scales.x || !scales.y) return;
  const at = { x: scales.x.getPixelForValue(best.x), y: scales.y.getPixelForValue(best.y) };
  if (at.y < chartArea.top - 1 || at.y > chartArea.bottom + 1) return;
  const color = picture.colors.get(best.run)?.[theme] ?? tokens.text;
  ctx.beginPath();
  ctx.arc(at.x, at.y, 4, 0, 2 * Math.PI);
  ctx.fillStyle = tokens.surface;
  ctx.strokeStyle = color;
  ctx.lineWidth = 2;
  ctx.fill();
  ctx.stroke();

  ctx.font = `600 11px ${tokens.font}`;
  const width = ctx.measureText(best.label).width + 8;
  const corner = placeLabel({ at, width, height: 16, area: chartArea, obstacles: obstacles(chart) });
  ctx.globalAlpha = 0.85;
  ctx.beginPath();
  ctx.roundRect(corner.x, corner.y, width, 16, 4);
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.fillStyle = tokens.text;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillText(best.label, corner.x + 4, corner.y + 8.5);
}

/** Points on all lines, a few pixels from each other. */
function obstacles(chart: Chart): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [];
  for (let index = 0; index < chart.data.datasets.length; index++) {
    let before: { x: number; y: number } | undefined;
    for (const element of chart.getDatasetMeta(index).data) {
      const { x, y } = element;
      if (!Number.isFinite(y)) {
        before = undefined;
        continue;
      }
      const steps = before ? Math.min(24, Math.ceil(Math.hypot(x - before.x, y - before.y) / 6)) : 1;
      for (let step = 1; step <= steps; step++) {
        const part = step / steps;
        const from = before ?? { x, y };
        points.push({ x: from.x + (x - from.x) * part, y: from.y + (y - from.y) * part });
      }
      before = { x, y };
    }
  }
  return points;
}
