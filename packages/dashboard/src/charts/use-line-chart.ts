"use client";
import type { Chart as ChartInstance, Point } from "chart.js";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { canvasTokens } from "./canvas-tokens.ts";
import { chartOptions } from "./chart-configuration.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { drawHighlight } from "./draw-highlight.ts";
import { type MarksInput, marksPlugin } from "./marks-plugin.ts";
import { samePicture } from "./same-picture.ts";
import type { Signal } from "./signal.ts";
import { useTheme } from "./use-theme.ts";

type LineChart = ChartInstance<"line", Point[]>;

/** A page is there before what draws on it. */
const library = typeof window === "undefined" ? undefined : import("./register-chart.ts");
// Where the server is gone, so is the page.
library?.catch(() => undefined);

/** Live data is drawn at most this often. */
const REDRAW_MS = 250;

/**
 * Keeps a canvas showing a picture: draws it anew when the picture or the theme changes, not more often than four times a
 * second for new data, and only while it can be seen. The highlighted run is drawn on a layer above it.
 */
export function useLineChart(
  canvas: RefObject<HTMLCanvasElement | null>,
  layer: RefObject<HTMLCanvasElement | null>,
  picture: ChartPicture,
  highlighted: Signal<string | undefined>,
): () => LineChart | undefined {
  const chart = useRef<LineChart | undefined>(undefined);
  const input = useRef<MarksInput | undefined>(undefined);
  const draw = useRef<(soon: boolean) => void>(() => undefined);
  const theme = useTheme();

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let visible = false;
    let stale = true;
    let drawnAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    let Chart: typeof ChartInstance | undefined;
    const highlight = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (!visible || !chart.current || !input.current || !layer.current) return;
        drawHighlight(layer.current, chart.current, input.current, highlighted.get());
      });
    };
    const drawNow = () => {
      timer = undefined;
      if (!visible || !stale || Chart === undefined || input.current === undefined) return;
      stale = false;
      drawnAt = performance.now();
      const { picture, tokens } = input.current;
      if (chart.current === undefined) {
        chart.current = createChart(Chart, element, input.current, () => input.current);
      } else {
        chart.current.options = chartOptions(picture, tokens);
        chart.current.update("none");
      }
      highlight();
    };
    draw.current = (soon) => {
      stale = true;
      const wait = soon ? 0 : Math.max(0, drawnAt + REDRAW_MS - performance.now());
      if (soon || timer === undefined) {
        clearTimeout(timer);
        timer = setTimeout(drawNow, wait);
      }
    };
    const observer = new IntersectionObserver(
      (entries) => {
        visible = entries.at(-1)?.isIntersecting ?? false;
        if (visible && stale) draw.current(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    const leave = highlighted.subscribe(highlight);
    let isGone = false;
    library?.then(
      (loaded) => {
        Chart = loaded.Chart;
        if (!isGone) drawNow();
      },
      () => undefined,
    );
    return () => {
      isGone = true;
      leave();
      observer.disconnect();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      chart.current?.destroy();
      chart.current = undefined;
    };
  }, [canvas, layer, highlighted]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    // What a person asked for is shown at once; new data may wait.
    const before = input.current?.picture;
    const changed =
      input.current?.theme !== theme ||
      before?.scale !== picture.scale ||
      before.xAxis !== picture.xAxis ||
      before.x.min !== picture.x.min ||
      before.x.max !== picture.x.max;
    // A picture that was made anew of the same parts is on the canvas already.
    const isSame = input.current?.theme === theme && before && samePicture(before, picture);
    input.current = { picture, theme, tokens: canvasTokens(element) };
    if (isSame) return;
    draw.current(changed);
  }, [canvas, picture, theme]);

  return useCallback(() => chart.current, []);
}

function createChart(
  Chart: typeof ChartInstance,
  element: HTMLCanvasElement,
  first: MarksInput,
  read: () => MarksInput | undefined,
): LineChart {
  return new Chart<"line", Point[]>(element, {
    type: "line",
    data: { datasets: [] },
    options: chartOptions(first.picture, first.tokens),
    plugins: [marksPlugin(() => read() ?? first)],
  });
}
