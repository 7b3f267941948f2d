import { svgPlace } from "../../ui/svg-place.ts";

export interface SparklinePathArgs {
  readonly x: readonly number[] | Float64Array;
  readonly y: readonly number[] | Float64Array;
  readonly xRange: { readonly min: number; readonly max: number };
  readonly yRange: { readonly min: number; readonly max: number };
  readonly width: number;
  readonly height: number;
}

/** The `d` of an SVG path through the points; what lies beyond the range runs along the edge. */
export function sparklinePath({ x, y, xRange, yRange, width, height }: SparklinePathArgs): string {
  const toX = scaleTo(xRange, 2, width - 2);
  const toY = scaleTo(yRange, height - 3, 3);
  let path = "";
  for (const [index, value] of y.entries()) {
    if (!Number.isFinite(value)) continue;
    path += `${path === "" ? "M" : "L"}${svgPlace(toX(x[index] ?? 0))} ${svgPlace(toY(value))}`;
  }
  return path;
}

/** A linear scale that stays within its range. */
export function scaleTo(
  { min, max }: { readonly min: number; readonly max: number },
  from: number,
  to: number,
): (value: number) => number {
  const span = max > min ? max - min : 1;
  return (value) => from + Math.min(1, Math.max(0, (value - min) / span)) * (to - from);
}
