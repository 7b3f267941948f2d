import { svgPlace } from "../ui/svg-place.ts";
import type { DrawnAxis } from "./drawn-axis.ts";
import { goodness, shadeOf, shades } from "./metric-color.ts";
import type { ParameterRun } from "./parameters-data.ts";

/** Where the picture has what. */
export interface ParallelFrame {
  readonly xs: readonly number[];
  /** The y of place 0 and of place 1. */
  readonly bottom: number;
  readonly top: number;
  /** The y of runs that have no place on an axis. */
  readonly lane: number;
}

export interface ParallelLine {
  readonly run: ParameterRun;
  /** One y for each axis. */
  readonly ys: readonly number[];
  /** Undefined for a run that the filter leaves out, or that has no value. */
  readonly shade?: number;
}

/** A line for each run. */
export function parallelLines(
  runs: readonly ParameterRun[],
  axes: readonly DrawnAxis[],
  { bottom, top, lane }: ParallelFrame,
  direction: "max" | "min" | undefined,
): readonly ParallelLine[] {
  const range = rangeOf(runs);
  return runs.map((run) => {
    const ys = axes.map(({ scale, valueOf: valueAt }) => {
      const place = scale.place(valueAt(run));
      return Number.isNaN(place) ? lane : bottom + (top - bottom) * place;
    });
    const { value, isFound } = run;
    const isColored = isFound && value !== undefined && Number.isFinite(value);
    const shade = isColored ? shadeOf(goodness(value, range, direction === "min")) : undefined;
    return { run, ys, ...(shade !== undefined && { shade }) };
  });
}

/** The lowest and the highest finite value of the runs that the filter finds. */
function rangeOf(runs: readonly ParameterRun[]): readonly [number, number] {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { value, isFound } of runs) {
    if (!isFound || value === undefined || !Number.isFinite(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return [min, max];
}

/** One path for all lines of a shade, the palest first, so that the best lie on top. The first is of those without a shade. */
export function shadedPaths(
  lines: readonly ParallelLine[],
  { xs }: ParallelFrame,
): readonly { readonly shade?: number; readonly path: string }[] {
  const byShade = new Map<number, string[]>();
  for (const line of lines) {
    const shade = line.shade ?? -1;
    const known = byShade.get(shade);
    const path = linePath(line, xs);
    if (known === undefined) byShade.set(shade, [path]);
    else known.push(path);
  }
  return Array.from({ length: shades + 1 }, (_, i) => i - 1).flatMap((shade) => {
    const paths = byShade.get(shade);
    if (paths === undefined) return [];
    return [{ ...(shade >= 0 && { shade }), path: paths.join("") }];
  });
}

export function linePath({ ys }: ParallelLine, xs: readonly number[]): string {
  return ys.map((y, i) => `${i === 0 ? "M" : "L"}${svgPlace(xs[i] ?? 0)} ${svgPlace(y)}`).join("");
}

/** The line nearest to a point; one that the filter finds goes before another. Undefined where none is near. */
export function lineAt(
  lines: readonly ParallelLine[],
  { xs }: ParallelFrame,
  [x, y]: readonly [number, number],
  reach = 10,
): ParallelLine | undefined {
  const right = xs.findIndex((each) => each >= x);
  const i = right < 0 ? xs.length - 1 : Math.max(1, right);
  const [from = 0, to = 0] = [xs[i - 1], xs[i]];
  const share = to === from ? 0 : Math.min(1, Math.max(0, (x - from) / (to - from)));
  let nearest: ParallelLine | undefined;
  let least = reach;
  for (const line of lines) {
    const [a = Number.NaN, b = Number.NaN] = [line.ys[i - 1], line.ys[i]];
    const distance = Math.abs(a + (b - a) * share - y) + (line.run.isFound ? 0 : reach / 2);
    if (distance > least) continue;
    least = distance;
    nearest = line;
  }
  return nearest;
}
