"use client";
import { Signal } from "@epochal/panel/charts";
import { useEffect, useRef, useState } from "react";
import type { MetricChartProps } from "./metric-chart-props.ts";

type Pointing = Pick<MetricChartProps, "cursor" | "hoveredRun" | "highlight" | "onHover">;

/** Where the cursor stands and which run is pointed at: what a chart shares with others, or its own. */
export function useChartSignals({ highlight, onHover, ...shared }: Pointing) {
  const [own] = useState(() => ({
    cursor: new Signal<number | undefined>(undefined),
    hovered: new Signal<string | undefined>(undefined),
  }));
  const cursor = shared.cursor ?? own.cursor;
  const hoveredRun = shared.hoveredRun ?? own.hovered;
  const before = useRef(highlight);
  useEffect(() => {
    // Where nobody asks for a run, the one that is pointed at in another chart stays.
    if (before.current === undefined && highlight === undefined) return;
    before.current = highlight;
    hoveredRun.set(highlight);
  }, [hoveredRun, highlight]);
  useEffect(() => {
    if (onHover === undefined) return;
    return hoveredRun.subscribe(() => onHover(hoveredRun.get()));
  }, [hoveredRun, onHover]);
  return { cursor, hoveredRun };
}
