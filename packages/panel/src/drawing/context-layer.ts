import type { Chart, Point } from "chart.js";
import type { ChartLine } from "../lines/chart-line.ts";
import { traceLine } from "./trace-line.ts";

/**
 * The thin grey lines behind the others, on a canvas of their own that is drawn when they, the axes or the size change, and only
 * copied otherwise: two hundred of them take longer than all that lies in front.
 */
export class ContextLayer {
  readonly #canvas = document.createElement("canvas");
  #lines: readonly ChartLine[] = [];
  #drawn = "";

  /** Copies the grey lines of a chart onto it, drawn anew where they must be. */
  paint(chart: Chart<"line", Point[]>, all: readonly ChartLine[], color: string): void {
    const lines = all.filter(({ context }) => context);
    if (lines.length === 0) return;
    const { ctx, width, height, currentDevicePixelRatio: ratio, scales, chartArea } = chart;
    const { x, y } = scales;
    const key = JSON.stringify([
      width,
      height,
      ratio,
      color,
      chartArea,
      x?.min,
      x?.max,
      y?.min,
      y?.max,
      y?.type,
    ]);
    if (key !== this.#drawn || !isSame(lines, this.#lines)) {
      this.#drawn = key;
      this.#lines = lines;
      this.#draw(chart, lines, color);
    }
    ctx.drawImage(this.#canvas, 0, 0, width, height);
  }

  #draw(chart: Chart<"line", Point[]>, lines: readonly ChartLine[], color: string): void {
    const { width, height, currentDevicePixelRatio: ratio, chartArea: area } = chart;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    const ctx = this.#canvas.getContext("2d");
    if (ctx === null) return;
    ctx.scale(ratio, ratio);
    ctx.beginPath();
    ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
    ctx.clip();
    ctx.strokeStyle = color;
    ctx.lineWidth = 1;
    for (const { x, y, smooth } of lines) {
      // One stroke a line: crossings in one path cost the more the longer it is.
      ctx.beginPath();
      traceLine(ctx, chart.scales, x, smooth ?? y);
      ctx.stroke();
    }
  }
}

const isSame = (a: readonly ChartLine[], b: readonly ChartLine[]) =>
  a.length === b.length && a.every((line, index) => line === b[index]);
