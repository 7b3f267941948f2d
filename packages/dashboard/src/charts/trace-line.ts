import type { Chart, Point } from "chart.js";

/** The path of a line: begun anew after every gap. A point that stands alone is as long as it is wide. */
export function traceLine(
  ctx: CanvasRenderingContext2D,
  { x: xScale, y: yScale }: Chart<"line", Point[]>["scales"],
  x: readonly number[],
  y: readonly number[],
): void {
  if (!xScale || !yScale) return;
  let pen = 0;
  let last: readonly [number, number] = [0, 0];
  const dot = () => {
    if (pen === 1) ctx.lineTo(last[0] + 0.01, last[1]);
  };
  for (let index = 0; index < y.length; index++) {
    const value = y[index] ?? Number.NaN;
    const at = Number.isFinite(value) ? yScale.getPixelForValue(value) : Number.NaN;
    if (!Number.isFinite(at)) {
      dot();
      pen = 0;
      continue;
    }
    last = [xScale.getPixelForValue(x[index] ?? 0), at];
    if (pen === 0) ctx.moveTo(...last);
    else ctx.lineTo(...last);
    pen++;
  }
  dot();
}
