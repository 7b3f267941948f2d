import type { Chart, Point } from "chart.js";
import type { ChartLine } from "../lines/chart-line.ts";

/** Fills the band of a line, stretch by stretch. */
export function drawBand(
  ctx: CanvasRenderingContext2D,
  { scales, chartArea }: Chart<"line", Point[]>,
  { x, band }: ChartLine,
  color: string,
): void {
  const { x: xScale, y: yScale } = scales;
  if (band === undefined || !xScale || !yScale) return;
  const held = (value: number) => {
    const at = yScale.getPixelForValue(value);
    // On a log axis what lies at zero or below goes on to the bottom.
    return Number.isFinite(at) ? Math.min(1e5, Math.max(-1e5, at)) : chartArea.bottom + 10;
  };
  ctx.fillStyle = color;
  for (let from = 0, to = 0; from < x.length; from = to + 1) {
    to = from;
    while (to < x.length && isBand(band, to)) to++;
    if (to === from) continue;
    const at = (index: number) => xScale.getPixelForValue(x[index] ?? 0);
    ctx.beginPath();
    for (let i = from; i < to; i++) ctx.lineTo(at(i) - alone(from, to), held(band.high[i] ?? 0));
    for (let i = to - 1; i >= from; i--)
      ctx.lineTo(at(i) + alone(from, to), held(band.low[i] ?? 0));
    ctx.fill();
  }
}

const isBand = ({ low, high }: NonNullable<ChartLine["band"]>, index: number) =>
  Number.isFinite(low[index]) && Number.isFinite(high[index]);

/** A band of one place is drawn three pixels wide. */
const alone = (from: number, to: number) => (to - from === 1 ? 1.5 : 0);
