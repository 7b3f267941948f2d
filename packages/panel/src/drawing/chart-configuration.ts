import type { ChartOptions, ScaleOptions } from "chart.js";
import { logTicks } from "../axes/log-ticks.ts";
import { labelWidth, tickLabels } from "../axes/tick-labels.ts";
import { isCutOff, type XTick, xTicks } from "../axes/x-ticks.ts";
import type { CanvasTokens } from "./canvas-tokens.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { LABELS_HEIGHT, LANE_HEIGHT, PLOT_LEFT, PLOT_RIGHT } from "./plot-frame.ts";

/** Pixels between the plot and the labels beside it. */
const BESIDE = 6;
/** Sizes of these labels, the first that fits is taken. */
const SIZES = [11, 10];

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
  const labels = tickLabels(ticks);
  const size = SIZES.find((each) =>
    labels.every((label) => labelWidth(label, each) <= PLOT_LEFT - BESIDE),
  );
  return {
    animation: false,
    parsing: false,
    normalized: true,
    spanGaps: false,
    events: [],
    maintainAspectRatio: false,
    layout: { padding: { right: PLOT_RIGHT, top: 8 } },
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
          built.ticks = places.map(({ value }) => ({ value }));
          // Otherwise the labels at the ends would be cut off.
          const isCut = isCutOff(places, args, { left: PLOT_LEFT, right: PLOT_RIGHT });
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
          font: { ...font, size: size ?? font.size },
          padding: BESIDE,
          maxTicksLimit: 8,
          autoSkip: false,
          // Numbers that differ in their last digits only stand in the plot: beside it there is no room for them.
          ...(size === undefined && {
            ...{ mirror: true, padding: 2, z: 1 },
            ...{ showLabelBackdrop: true, backdropColor: tokens.surface, backdropPadding: 1 },
          }),
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

/** Whether an axis has two whole numbers to stand at its ticks. */
const hasWhole = ({ min, max }: ChartPicture["x"]) => Math.floor(max) - Math.ceil(min) >= 1;

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
