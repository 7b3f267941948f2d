import type { Chart } from "chart.js";
import { type ChartMark, markWords } from "../lines/chart-mark.ts";
import type { CanvasTokens } from "./canvas-tokens.ts";

/** How strong the shade is of what lasted. */
const SHADE = 0.25;
/** Pixels that a glyph takes up. */
const SIZE = 12;

/** Draws what happened as hairlines across the plot, each with its glyph at the top; a shade over what lasted. */
export function drawMarks(chart: Chart, marks: readonly ChartMark[], tokens: CanvasTokens): void {
  const { ctx, chartArea, scales } = chart;
  if (marks.length === 0 || !scales.x) return;
  ctx.font = `9px ${tokens.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const placed: { readonly at: number; readonly row: number }[] = [];
  for (const { x, until } of marks) {
    if (until === undefined) continue;
    const [from, to] = [x, until].map((each) =>
      Math.min(chartArea.right, Math.max(chartArea.left, scales.x?.getPixelForValue(each) ?? 0)),
    );
    ctx.fillStyle = tokens.faint;
    ctx.globalAlpha = SHADE;
    ctx.fillRect(
      from ?? 0,
      chartArea.top,
      (to ?? 0) - (from ?? 0),
      chartArea.bottom - chartArea.top,
    );
    ctx.globalAlpha = 1;
  }
  for (const { kind, x } of marks) {
    const at = Math.round(scales.x.getPixelForValue(x)) + 0.5;
    if (at < chartArea.left - 1 || at > chartArea.right + 1) continue;
    // Those that would lie over each other stand below each other.
    const row = freeRow(placed, at);
    placed.push({ at, row });
    const y = chartArea.top + 6 + row * SIZE;
    ctx.strokeStyle = tokens.faint;
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(at, y + SIZE / 2);
    ctx.lineTo(at, chartArea.bottom);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.fillStyle = tokens.surface;
    ctx.fillRect(at - SIZE / 2, y - SIZE / 2, SIZE, SIZE);
    ctx.fillStyle = tokens.muted;
    ctx.fillText(markWords[kind].glyph, at, y);
  }
}

/** The first row from the top in which no glyph stands so near. */
function freeRow(placed: readonly { readonly at: number; readonly row: number }[], at: number) {
  const taken = new Set(
    placed.filter((other) => Math.abs(other.at - at) < SIZE).map(({ row }) => row),
  );
  let row = 0;
  while (taken.has(row)) row++;
  return row;
}
