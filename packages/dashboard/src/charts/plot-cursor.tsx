"use client";
import type { Chart, Point } from "chart.js";
import type { KeyboardEvent, PointerEvent } from "react";
import type { ChartPicture } from "./chart-picture.ts";
import { formatTick } from "./format-tick.ts";
import { nearestRun } from "./nearest-run.ts";
import { LABELS_HEIGHT, LANE_HEIGHT, PLOT_LEFT, PLOT_RIGHT } from "./plot-frame.ts";
import type { Signal } from "./signal.ts";
import { useSignal } from "./use-signal.ts";
import { nearestIndex } from "./value-at.ts";

interface PlotCursorProps {
  readonly title: string;
  readonly picture: ChartPicture;
  readonly places: readonly number[];
  readonly cursor: Signal<number | undefined>;
  readonly hoveredRun: Signal<string | undefined>;
  readonly chart: () => Chart<"line", Point[]> | undefined;
  /** Says the values at a place in words. */
  readonly describe: (x: number) => string;
}

/** The layer over a plot that takes the pointer and the arrow keys, and shows where the cursor stands. */
export function PlotCursor(props: PlotCursorProps) {
  const { title, picture, places, cursor, hoveredRun, chart, describe } = props;
  const { min, max } = picture.x;
  const standing = useSignal(cursor, (x) => placeNear(places, x));

  const move = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const width = box.width - PLOT_LEFT - PLOT_RIGHT;
    const part = (event.clientX - box.left - PLOT_LEFT) / width;
    if (part < -0.05 || part > 1.05) return leave();
    const x = places[nearestIndex(places, min + part * (max - min))];
    if (x === undefined) return;
    cursor.set(x);
    const scale = chart()?.scales.y;
    if (scale === undefined) return;
    const toPixel = (value: number) => scale.getPixelForValue(value);
    const reach = reachOf(places);
    const pixel = event.clientY - box.top;
    hoveredRun.set(nearestRun({ lines: picture.lines, x, reach, toPixel, pixel }));
  };
  const leave = () => {
    cursor.set(undefined);
    hoveredRun.set(undefined);
  };
  const press = (event: KeyboardEvent) => {
    const from = standing === undefined ? -1 : nearestIndex(places, standing);
    const to = {
      ArrowLeft: from < 0 ? places.length - 1 : from - 1,
      ArrowRight: from + 1,
      Home: 0,
      End: places.length - 1,
    }[event.key];
    if (event.key === "Escape") return leave();
    if (to === undefined) return;
    event.preventDefault();
    const place = places[Math.min(places.length - 1, Math.max(0, to))];
    if (place !== undefined) cursor.set(place);
  };

  const part = standing === undefined ? 0 : (standing - min) / (max - min);
  const left = `calc(${PLOT_LEFT}px + ${part} * (100% - ${PLOT_LEFT + PLOT_RIGHT}px))`;
  const lane = picture.lines.some(({ broken }) => broken.length > 0) ? LANE_HEIGHT : 0;
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={`Cursor of ${title}`}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={standing ?? min}
      aria-valuetext={standing === undefined ? "nowhere" : describe(standing)}
      className="absolute inset-0 cursor-crosshair touch-pan-y rounded-control"
      onPointerMove={move}
      onPointerDown={move}
      onPointerLeave={leave}
      onKeyDown={press}
      onBlur={leave}
    >
      {standing !== undefined && (
        <>
          <div
            className="absolute top-2 w-px bg-line-strong"
            style={{ left, bottom: LABELS_HEIGHT + lane }}
            aria-hidden
          />
          <div
            className="-translate-x-1/2 absolute bottom-0.5 whitespace-nowrap rounded bg-text ring-4 ring-surface px-1.5 text-[10.5px] text-surface leading-4"
            style={{ left }}
            aria-hidden
          >
            {picture.xAxis} {formatTick(standing)}
          </div>
        </>
      )}
    </div>
  );
}

/** Half the usual distance of two places. A run with fewer points than others has no value between its own. */
export function reachOf(places: readonly number[]): number {
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined || first === last) return 0.5;
  return (last - first) / (places.length - 1) / 2;
}

function placeNear(places: readonly number[], x: number | undefined): number | undefined {
  if (x === undefined) return undefined;
  const place = places[nearestIndex(places, x)];
  const first = places[0];
  const last = places.at(-1);
  if (place === undefined || first === undefined || last === undefined) return undefined;
  const room = Math.max(reachOf(places), 0.5);
  return x >= first - room && x <= last + room ? place : undefined;
}
