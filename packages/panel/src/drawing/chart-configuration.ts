import type { ChartOptions, ScaleOptions } from "chart.js";
import { logTicks } from "../axes/log-ticks.ts";
import { isCutOff, type XTick, xTicks } from "../axes/x-ticks.ts";
import { type YLabels, yLabels } from "../axes/y-labels.ts";
import type { CanvasTokens } from "./canvas-tokens.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { LABELS_HEIGHT, LANE_HEIGHT, PLOT_LEFT, PLOT_RIGHT } from "./plot-frame.ts";

/** Pixels between the plot and the labels beside it. */
const BESIDE = 6;

/**
 * Everything that costs time and serves nobody here is off: animation, points, parsing, the built-in legend and tooltip, and
 * chart.js' own events.
 */
export function chartOptions(picture: ChartPicture, tokens: CanvasTokens): ChartOptions<"line"> {
  const { axis, scale, x } = picture;
  const lane = picture.lines.some(({ broken }) => broken.length > 0) ? LANE_HEIGHT : 0;
  const isWhole = x.max - x.min >= 4 || (isOfWholes(picture) && hasWhole(x));
  let places: readonly XTick[] = [];
  const font = { family: tokens.font, size: 11 };
  const ticks = yTicks(axis);
  const { labels, size, base } = labelsOf(axis);
  return {
    animation: false,
    parsing: false,
    normalized: true,
    spanGaps: false,
    events: [],
    maintainAspectRatio: false,
    layout: { padding: { right: PLOT_RIGHT, top: base === undefined ? 8 : 20 } },
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
    scales: {
      x: {
        type: "linear",
        min: x.min,
        max: x.max,
        grid: { color: tokens.grid, drawTicks: false },
        border: { display: false },
        ticks: {
          color: tokens.muted,
          font,
          maxRotation: 0,
          maxTicksLimit: 9,
          includeBounds: false,
          padding: lane + 6,
          autoSkip: false,
          callback: (_value, index) => places[index]?.label,
        },
        afterBuildTicks: (built) => {
          const width = built.chart.width - PLOT_LEFT - PLOT_RIGHT;
          const args = { range: x, xAxis: picture.xAxis, isWhole, width, size: font.size };
          places = xTicks(args);
          // Otherwise the labels at the ends would be cut off. All others stand below their place.
          const isCut = isCutOff(places, args, { left: PLOT_LEFT, right: PLOT_RIGHT });
          if (isCut) places = withEnds(places, x);
          built.ticks = places.map(({ value }) => ({ value }));
          const { ticks } = built.options as ScaleOptions<"linear">;
          if (ticks) ticks.align = isCut ? "inner" : "center";
        },
        // The labels at both ends would otherwise move the plot, and plots must stand under each other.
        afterFit: (fitted) => {
          fitted.paddingLeft = 0;
          fitted.paddingRight = 0;
          fitted.height = lane + LABELS_HEIGHT;
        },
      },
      y: {
        type: scale === "log" ? "logarithmic" : "linear",
        min: axis.min,
        max: axis.max,
        grid: { color: tokens.grid, drawTicks: false },
        border: { display: false },
        ticks: {
          color: tokens.muted,
          font: { ...font, size },
          padding: BESIDE,
          maxTicksLimit: 8,
          autoSkip: false,
          callback: (_value, index) => labels[index],
        },
        afterBuildTicks: (built) => {
          built.ticks = ticks.map((value) => ({ value }));
        },
        afterFit: (fitted) => {
          fitted.width = PLOT_LEFT;
        },
      },
    },
  };
}

/** The ticks, and nameless ones at the ends of the axis that have none: chart.js moves the first and the last label, wherever they stand. */
function withEnds(places: readonly XTick[], { min, max }: ChartPicture["x"]): readonly XTick[] {
  const isFar = (place: XTick | undefined, end: number) =>
    place !== undefined && Math.abs(place.value - end) > (max - min) / 20;
  return [
    ...(isFar(places[0], min) ? [{ value: min, label: "" }] : []),
    ...places,
    ...(isFar(places.at(-1), max) ? [{ value: max, label: "" }] : []),
  ];
}

/** Whether an axis has two whole numbers to stand at its ticks. */
const hasWhole = ({ min, max }: ChartPicture["x"]) => Math.floor(max) - Math.ceil(min) >= 1;

/** What stands beside the axis of values. */
export function labelsOf(axis: ChartPicture["axis"]): YLabels {
  return yLabels(yTicks(axis), axis.step, PLOT_LEFT - BESIDE);
}

/** Where the axis of values has its ticks. */
export function yTicks({ min, max, step }: ChartPicture["axis"]): readonly number[] {
  return step === undefined ? logTicks(min, max) : multiples(step, min, max);
}

/** From one multiple to another: a sum of steps would gather the dust of binary arithmetic. */
function multiples(step: number, min: number, max: number): readonly number[] {
  const first = Math.round(min / step);
  const count = Math.round(max / step) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

const isOfWholes = ({ lines }: ChartPicture) => lines.every(({ x }) => x.every(Number.isInteger));
