import type { Chart } from "chart.js";
import type { CanvasTokens } from "./canvas-tokens.ts";
import { type ChartMark, markWords } from "./chart-mark.ts";

/** Draws what happened as hairlines across the plot, each with its glyph at the top. */
export function drawMarks(chart: Chart, marks: readonly ChartMark[], tokens: CanvasTokens): void {
  const { ctx, chartArea, scales } = chart;
  if (marks.length === 0 || !scales.x) return;
  ctx.font = `9px ${tokens.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const heights = new Map<number, number>();
  for (const { kind, x } of marks) {
    const at = Math.round(scales.x.getPixelForValue(x)) + 0.5;
    if (at < chartArea.left - 1 || at > chartArea.right + 1) continue;
    // Several at one epoch stand below each other.
    const row = heights.get(at) ?? 0;
    heights.set(at, row + 1);
    const y = chartArea.top + 6 + row * 12;
    ctx.strokeStyle = tokens.faint;
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(at, y + 6);
    ctx.lineTo(at, chartArea.bottom);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.fillStyle = tokens.surface;
    ctx.fillRect(at - 6, y - 6, 12, 12);
    ctx.fillStyle = tokens.muted;
    ctx.fillText(markWords[kind].glyph, at, y);
  }
}
