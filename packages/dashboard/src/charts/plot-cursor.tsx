"use client";
import {
  type ChartPicture,
  LABELS_HEIGHT,
  LANE_HEIGHT,
  marksNear,
  nearestIndex,
  nearestRun,
  PLOT_LEFT,
  PLOT_RIGHT,
  placeNear,
  placeText,
  rangeText,
  type Signal,
  type XRange,
} from "@epochal/panel/charts";
import type { Chart, Point } from "chart.js";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { usePlotGestures } from "./use-plot-gestures.ts";
import { useSignal } from "./use-signal.ts";

interface PlotCursorProps {
  readonly title: string;
  readonly picture: ChartPicture;
  readonly places: readonly number[];
  readonly cursor: Signal<number | undefined>;
  readonly hoveredRun: Signal<string | undefined>;
  readonly chart: () => Chart<"line", Point[]> | undefined;
  /** Of the runs, by their ids. */
  readonly names?: ReadonlyMap<string, string>;
  /** Says the values at a place in words. */
  readonly describe: (x: number) => string;
  readonly preview: (range: XRange | undefined) => void;
  readonly onZoom: (range: XRange | undefined) => void;
}

const HELP =
  "Arrow keys move the cursor, + and - zoom, 0 shows everything, Shift with an arrow key moves what is shown.";

/** The layer over a plot that takes the pointer and the keys, and shows where the cursor stands. */
export function PlotCursor(props: PlotCursorProps) {
  const { title, picture, places, cursor, hoveredRun, chart, names } = props;
  const { describe, preview, onZoom } = props;
  const { lines, xAxis, whole } = picture;
  const { min, max } = picture.x;
  const layer = useRef<HTMLDivElement>(null);
  const standing = useSignal(cursor, (x) => placeNear(places, x, picture.x));
  const gestures = usePlotGestures({ layer, range: picture.x, whole, standing, preview, onZoom });

  const point = (event: PointerEvent<HTMLDivElement>) => {
    if (gestures.move(event)) return leave();
    const box = event.currentTarget.getBoundingClientRect();
    const part = (event.clientX - box.left - PLOT_LEFT) / (box.width - PLOT_LEFT - PLOT_RIGHT);
    if (part < -0.05 || part > 1.05) return leave();
    const x = places[nearestIndex(places, min + part * (max - min))];
    if (x === undefined) return;
    cursor.set(x);
    const scale = chart()?.scales.y;
    if (scale === undefined) return;
    const toPixel = (value: number) => scale.getPixelForValue(value);
    hoveredRun.set(nearestRun({ lines, x, xAxis, toPixel, pixel: event.clientY - box.top }));
  };
  const leave = () => {
    cursor.set(undefined);
    hoveredRun.set(undefined);
  };
  const press = (event: KeyboardEvent) => {
    if (gestures.press(event)) return;
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

  const at = (x: number) =>
    `calc(${PLOT_LEFT}px + ${(x - min) / (max - min)} * (100% - ${PLOT_LEFT + PLOT_RIGHT}px))`;
  // A moment is too long to stand in the middle at the edges.
  const shift = (x: number) => (xAxis === "wall" ? (100 * (x - min)) / (max - min) : 50);
  const lane = lines.some(({ broken }) => broken.length > 0) ? LANE_HEIGHT : 0;
  const bottom = LABELS_HEIGHT + lane;
  const { brush } = gestures;
  const words = standing === undefined ? [] : marksNear(picture, standing, names);
  const said = standing === undefined ? "nowhere" : [describe(standing), ...words].join(". ");
  return (
    <div
      ref={layer}
      role="slider"
      tabIndex={0}
      aria-label={`Cursor of ${title}`}
      aria-description={HELP}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={standing ?? min}
      aria-valuetext={said}
      className="absolute inset-0 cursor-crosshair touch-pan-y select-none rounded-control"
      onPointerDown={(event) => {
        gestures.down(event);
        if (!gestures.isDragging()) point(event);
      }}
      onPointerMove={point}
      onPointerUp={gestures.up}
      onPointerCancel={gestures.cancel}
      // A finger that is lifted leaves its reading.
      onPointerLeave={(event) => event.pointerType !== "touch" && leave()}
      onDoubleClick={gestures.back}
      onKeyDown={press}
      onBlur={leave}
    >
      {brush && (
        <div
          className="absolute top-2 border-accent border-x bg-accent/15"
          style={{
            left: at(Math.max(min, Math.min(brush.min, brush.max))),
            right: `calc(100% - ${at(Math.min(max, Math.max(brush.min, brush.max)))})`,
            bottom,
          }}
          aria-hidden
        >
          <span className="-translate-x-1/2 absolute bottom-1 left-1/2 whitespace-nowrap rounded bg-text px-1.5 text-[10.5px] text-surface leading-4">
            {rangeText(brush, xAxis)}
          </span>
        </div>
      )}
      {standing !== undefined && (
        <>
          <div
            className="absolute top-2 w-px bg-line-strong"
            style={{ left: at(standing), bottom }}
            aria-hidden
          />
          {words.length > 0 && (
            <div
              className="pointer-events-none absolute top-6 whitespace-nowrap rounded-md border border-line bg-raised px-1.5 py-0.5 text-[10.5px] text-text leading-4 shadow-card"
              style={
                standing < (min + max) / 2
                  ? { left: `calc(${at(standing)} + 8px)` }
                  : { right: `calc(100% - ${at(standing)} + 8px)` }
              }
              aria-hidden
            >
              {words.map((word) => (
                <div key={word}>{word}</div>
              ))}
            </div>
          )}
          <div
            className="absolute bottom-0.5 whitespace-nowrap rounded bg-text px-1.5 text-[10.5px] text-surface leading-4 ring-4 ring-surface"
            style={{ left: at(standing), transform: `translateX(${-shift(standing)}%)` }}
            aria-hidden
          >
            {placeText(standing, xAxis, picture.x)}
          </div>
        </>
      )}
    </div>
  );
}
