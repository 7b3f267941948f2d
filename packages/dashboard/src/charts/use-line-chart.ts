"use client";
import { type ChartPicture, type DrawnChart, LineChart, type Signal } from "@epochal/panel/charts";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { useTheme } from "./use-theme.ts";

/** Keeps a canvas showing a picture, and the highlighted run on a layer above it. */
export function useLineChart(
  canvas: RefObject<HTMLCanvasElement | null>,
  layer: RefObject<HTMLCanvasElement | null>,
  picture: ChartPicture,
  highlighted: Signal<string | undefined>,
): () => DrawnChart | undefined {
  const chart = useRef<LineChart | undefined>(undefined);
  const theme = useTheme();
  const shown = useRef({ picture, theme });

  useEffect(() => {
    if (canvas.current === null || layer.current === null) return;
    const made = new LineChart({ canvas: canvas.current, layer: layer.current, highlighted });
    made.show(shown.current.picture, shown.current.theme);
    chart.current = made;
    return () => {
      made.destroy();
      chart.current = undefined;
    };
  }, [canvas, layer, highlighted]);

  useEffect(() => {
    shown.current = { picture, theme };
    chart.current?.show(picture, theme);
  }, [picture, theme]);

  return useCallback(() => chart.current?.drawn, []);
}
