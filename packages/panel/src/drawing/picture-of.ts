import { fitAxis } from "../axes/fit-axis.ts";
import { chartLines } from "../lines/chart-line.ts";
import type { ChartMark } from "../lines/chart-mark.ts";
import type { ChartRun, XAxis, YScale } from "../lines/chart-run.ts";
import { shownLines } from "../lines/shown-lines.ts";
import { rangeOf } from "../lines/x-range.ts";
import type { BestPoint, ChartPicture } from "./chart-picture.ts";

export interface PictureArgs {
  readonly runs: readonly ChartRun[];
  /** @default "epoch" */
  readonly xAxis?: XAxis;
  /** @default "linear" */
  readonly scale?: YScale;
  readonly best?: BestPoint | undefined;
  readonly marks?: readonly ChartMark[];
}

/** The picture of these runs, the whole of them. */
export function pictureOf(args: PictureArgs): ChartPicture {
  const { runs, xAxis = "epoch", scale = "linear", best, marks = [] } = args;
  const all = chartLines(runs, xAxis);
  const x = rangeOf(
    all.flatMap(({ x }) => [x[0] ?? Number.NaN, x.at(-1) ?? Number.NaN]).filter(Number.isFinite),
    xAxis,
  );
  const lines = shownLines(all, x, 0);
  const colors = new Map(runs.map(({ id, color }) => [id, color]));
  const bands = lines.some(({ band }) => band !== undefined) ? 1 : 0;
  return {
    lines,
    axis: fitAxis(lines, scale),
    colors,
    x,
    whole: x,
    xAxis,
    scale,
    best,
    marks,
    bands,
  };
}
