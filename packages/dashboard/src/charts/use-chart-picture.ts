"use client";
import { useMemo } from "react";
import { chartLines } from "./chart-line.ts";
import type { ChartMark } from "./chart-mark.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { cursorPlaces } from "./cursor-places.ts";
import { fitAxis } from "./fit-axis.ts";
import type { MetricChartProps } from "./metric-chart-props.ts";
import { shownLines } from "./shown-lines.ts";
import { rangeOf } from "./x-range.ts";

type Shown = Pick<
  MetricChartProps,
  "runs" | "xAxis" | "scale" | "splits" | "smoothing" | "zoom" | "best" | "marks"
>;

const NONE: readonly ChartMark[] = [];

/** The picture of these runs and the places its cursor can stand at. */
export function useChartPicture(shown: Shown) {
  const { runs, xAxis = "epoch", scale = "linear", splits = "both", smoothing = 0 } = shown;
  const { zoom, best, marks = NONE } = shown;
  const all = useMemo(() => chartLines(runs, xAxis, splits), [runs, xAxis, splits]);
  const whole = useMemo(() => rangeOf(endsOf(all), xAxis), [all, xAxis]);
  const colors = useMemo(() => new Map(runs.map(({ id, color }) => [id, color])), [runs]);
  const [from, to] = [zoom?.min, zoom?.max];
  const x = useMemo(() => {
    if (from === undefined || to === undefined) return whole;
    return to > from ? { min: from, max: to } : whole;
  }, [from, to, whole]);
  const lines = useMemo(() => shownLines(all, x, smoothing), [all, x, smoothing]);
  const places = useMemo(
    () => cursorPlaces(lines).filter((place) => place >= x.min && place <= x.max),
    [lines, x],
  );
  const picture: ChartPicture = useMemo(() => {
    const axis = fitAxis(lines, scale);
    return { lines, axis, colors, x, whole, xAxis, scale, best, marks };
  }, [lines, colors, x, whole, xAxis, scale, best, marks]);
  return { picture, places };
}

/** The first and the last place of all lines. */
function endsOf(lines: readonly { readonly x: readonly number[] }[]): readonly number[] {
  let [min, max] = [Infinity, -Infinity];
  for (const { x } of lines) {
    min = Math.min(min, x[0] ?? min);
    max = Math.max(max, x.at(-1) ?? max);
  }
  return min <= max ? [min, max] : [];
}
