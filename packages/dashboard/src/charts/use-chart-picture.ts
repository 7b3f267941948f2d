"use client";
import { useMemo } from "react";
import { chartLines } from "./chart-line.ts";
import type { ChartMark } from "./chart-mark.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { cursorPlaces, cursorRange } from "./cursor-places.ts";
import { fitAxis } from "./fit-axis.ts";
import type { MetricChartProps } from "./metric-chart-props.ts";

type Shown = Pick<MetricChartProps, "runs" | "xAxis" | "scale" | "best" | "marks">;

const NONE: readonly ChartMark[] = [];

/** The picture of these runs and the places its cursor can stand at. */
export function useChartPicture({
  runs,
  xAxis = "epoch",
  scale = "linear",
  best,
  marks = NONE,
}: Shown) {
  const lines = useMemo(() => chartLines(runs, xAxis), [runs, xAxis]);
  const places = useMemo(() => cursorPlaces(lines), [lines]);
  const picture: ChartPicture = useMemo(() => {
    const axis = fitAxis(lines, scale);
    const colors = new Map(runs.map(({ id, color }) => [id, color]));
    return { lines, axis, colors, x: cursorRange(places), xAxis, scale, best, marks };
  }, [lines, places, runs, xAxis, scale, best, marks]);
  return { picture, places };
}
