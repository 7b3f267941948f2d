"use client";
import {
  type ChartLine,
  type ChartMark,
  type ChartPicture,
  chartLines,
  cursorPlaces,
  fitAxis,
  rangeOf,
  shownLines,
} from "@epochal/panel/charts";
import { useMemo } from "react";
import type { ChartView, MetricChartProps } from "./metric-chart-props.ts";

type Shown = Pick<MetricChartProps, "runs" | "best" | "marks" | keyof ChartView>;

const NONE: readonly ChartMark[] = [];

/** The picture of these runs and the places its cursor can stand at. */
export function useChartPicture(shown: Shown) {
  const { runs, xAxis = "epoch", scale = "linear", splits = "both", smoothing = 0 } = shown;
  const { zoom, extent, best, marks = NONE } = shown;
  const all = useMemo(() => chartLines(runs, xAxis, splits), [runs, xAxis, splits]);
  const whole = useMemo(() => extent ?? rangeOf(endsOf(all), xAxis), [all, xAxis, extent]);
  const colors = useMemo(() => new Map(runs.map(({ id, color }) => [id, color])), [runs]);
  const [from, to] = [zoom?.min, zoom?.max];
  const x = useMemo(() => {
    if (from === undefined || to === undefined) return whole;
    return to > from ? { min: from, max: to } : whole;
  }, [from, to, whole]);
  const lines = useMemo(() => shownLines(all, x, smoothing), [all, x, smoothing]);
  const places = useMemo(
    () => cursorPlaces(lines, marks).filter((place) => place >= x.min && place <= x.max),
    [lines, marks, x],
  );
  const picture: ChartPicture = useMemo(() => {
    const bands = bandStrength(lines);
    const axis = fitAxis(bands > 0 ? lines : lines.map(({ run, y }) => ({ run, y })), scale);
    return { lines, axis, colors, x, whole, xAxis, scale, best, marks, bands };
  }, [lines, colors, x, whole, xAxis, scale, best, marks]);
  return { picture, places };
}

/** With bands of more groups than this, only that of the group which is pointed at is drawn. */
const MOST_BANDS = 12;
const CLEAR_BANDS = 3;

function bandStrength(lines: readonly ChartLine[]): number {
  const banded = lines.filter(({ band, context }) => band && !context);
  // Training and validation of a group are two bands of one colour.
  const groups = new Set(banded.map(({ run }) => run)).size;
  return groups > MOST_BANDS ? 0 : Math.min(1, CLEAR_BANDS / groups);
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
