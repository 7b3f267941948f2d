import type { Chart, Point } from "chart.js";
import { pixelOf } from "./pixel-of.ts";

/** The path of a line: begun anew after every gap. A point that stands alone is a ring around it. */
export function traceLine(
  ctx: CanvasRenderingContext2D,
  { x: xScale, y: yScale }: Chart<"line", Point[]>["scales"],
  x: readonly number[],
  y: readonly number[],
): void {
  if (!xScale || !yScale) return;
  const [atX, atY] = [pixelOf(xScale), pixelOf(yScale)];
  let pen = 0;
  let last: readonly [number, number] = [0, 0];
  const dot = () => {
    if (pen !== 1) return;
    ctx.moveTo(last[0] + 1.5, last[1]);
    ctx.arc(...last, 1.5, 0, 2 * Math.PI);
  };
  for (let index = 0; index < y.length; index++) {
    const value = y[index] ?? Number.NaN;
    const at = Number.isFinite(value) ? atY(value) : Number.NaN;
    if (!Number.isFinite(at)) {
      dot();
      pen = 0;
      continue;
    }
    last = [atX(x[index] ?? 0), at];
    if (pen === 0) ctx.moveTo(...last);
    else ctx.lineTo(...last);
    pen++;
  }
  dot();
}
