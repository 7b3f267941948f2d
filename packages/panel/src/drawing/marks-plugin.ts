import type { Chart, Plugin, Point } from "chart.js";
import type { CanvasTokens } from "./canvas-tokens.ts";
import { labelsOf } from "./chart-configuration.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { ContextLayer } from "./context-layer.ts";
import { drawBand } from "./draw-band.ts";
import { drawLines } from "./draw-lines.ts";
import { drawMarks } from "./draw-marks.ts";
import { type LaneKind, laneMarks, laneName } from "./lane-marks.ts";
import { pixelOf } from "./pixel-of.ts";
import { placeLabel } from "./place-label.ts";
import { LANE_HEIGHT } from "./plot-frame.ts";
import type { Theme } from "./theme.ts";

type LineChart = Chart<"line", Point[]>;

const BAND_ALPHA = 0.15;

/** What the marks are drawn from. */
export interface MarksInput {
  readonly picture: ChartPicture;
  readonly tokens: CanvasTokens;
  readonly theme: Theme;
}

/**
 * Draws the lines: the grey ones and the bands behind the others; in front of them what happened, the best point with its label, and the lane of values
 * that are not finite.
 */
export function marksPlugin(read: () => MarksInput): Plugin<"line"> {
  const place = placeOnce();
  const context = new ContextLayer();
  return {
    id: "marks",
    beforeDatasetsDraw(chart) {
      const { picture, tokens, theme } = read();
      const { ctx, chartArea: area } = chart;
      ctx.save();
      ctx.beginPath();
      ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
      ctx.clip();
      if (picture.zero) drawZero(chart, tokens);
      context.paint(chart as LineChart, picture.lines, tokens.context);
      const strength = picture.bands ?? 0;
      ctx.globalAlpha = BAND_ALPHA * strength;
      for (const line of strength > 0 ? picture.lines : []) {
        const color = picture.colors.get(line.run)?.[theme];
        if (color && !line.context) drawBand(ctx, chart as LineChart, line, color);
      }
      ctx.restore();
      drawLines(chart as LineChart, picture, theme);
    },
    afterDatasetsDraw(chart) {
      const input = read();
      chart.ctx.save();
      drawMarks(chart, input.picture.marks, input.tokens);
      drawLane(chart, input);
      drawBest(chart, input, place);
      drawBase(chart, input);
      chart.ctx.restore();
    },
  };
}

function drawZero({ ctx, chartArea, scales }: Chart, tokens: CanvasTokens): void {
  const at = Math.round(scales.y?.getPixelForValue(0) ?? Number.NaN) + 0.5;
  ctx.strokeStyle = tokens.muted;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(chartArea.left, at);
  ctx.lineTo(chartArea.right, at);
  ctx.stroke();
}

/** Above the labels of the axis: what they are to be added to. */
function drawBase({ ctx }: Chart, { picture, tokens }: MarksInput): void {
  const { base } = labelsOf(picture.axis);
  if (base === undefined) return;
  ctx.font = `11px ${tokens.font}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.fillStyle = tokens.muted;
  ctx.fillText(`${base} +`, 0, 0);
}

function drawLane(chart: Chart, { picture, tokens, theme }: MarksInput): void {
  const marks = laneMarks(picture.lines);
  const { ctx, chartArea, scales } = chart;
  if (marks.length === 0 || !scales.x) return;
  const middle = chartArea.bottom + LANE_HEIGHT / 2 + 3;
  ctx.font = `500 10px ${tokens.font}`;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillStyle = tokens.bad;
  ctx.fillText(laneName(marks), chartArea.left - 6, middle, chartArea.left - 8);
  const ends = new Map<string, number>();
  for (const { run, x, kind } of marks) {
    const at = Math.round(scales.x.getPixelForValue(x));
    if (at < chartArea.left - 1 || at > chartArea.right + 1) continue;
    const color = picture.colors.get(run)?.[theme] ?? tokens.muted;
    ctx.fillStyle = color;
    ctx.strokeStyle = color;
    // A run that breaks gets one mark, and a line for as long as its values stay of that kind.
    const stretched = `${run} ${kind}`;
    const before = ends.get(stretched);
    ends.set(stretched, Math.max(at, before ?? at));
    if (before !== undefined && at >= before && at - before <= stretch(chart, picture)) {
      ctx.fillRect(before, middle + 2, at - before, 1.5);
      continue;
    }
    drawKind(ctx, kind, at, middle);
  }
}

/** An arrow to where an infinite value lies, a cross for NaN. */
function drawKind(ctx: CanvasRenderingContext2D, kind: LaneKind, x: number, y: number): void {
  ctx.beginPath();
  if (kind === "NaN") {
    ctx.lineWidth = 2;
    ctx.moveTo(x - 3.5, y - 3.5);
    ctx.lineTo(x + 3.5, y + 3.5);
    ctx.moveTo(x + 3.5, y - 3.5);
    ctx.lineTo(x - 3.5, y + 3.5);
    ctx.stroke();
    return;
  }
  const up = kind === "∞" ? 1 : -1;
  ctx.moveTo(x - 4.5, y + up * 3.5);
  ctx.lineTo(x + 4.5, y + up * 3.5);
  ctx.lineTo(x, y - up * 4);
  ctx.fill();
}

/** Marks of one stretch lie at most so far apart: one and a half epochs, or a few pixels. */
function stretch(chart: Chart, { x, xAxis }: ChartPicture): number {
  const whole = chart.chartArea.right - chart.chartArea.left;
  return xAxis === "epoch" || xAxis === "step" ? Math.max(3, (1.5 / (x.max - x.min)) * whole) : 24;
}

function drawBest(chart: Chart, { picture, tokens, theme }: MarksInput, place: Placing): void {
  const { best } = picture;
  const { ctx, chartArea, scales } = chart;
  if (best === undefined || !scales.x || !scales.y) return;
  const at = { x: scales.x.getPixelForValue(best.x), y: scales.y.getPixelForValue(best.y) };
  if (at.y < chartArea.top - 1 || at.y > chartArea.bottom + 1) return;
  if (at.x < chartArea.left - 1 || at.x > chartArea.right + 1) return;
  const color = picture.colors.get(best.run)?.[theme] ?? tokens.text;
  ctx.beginPath();
  ctx.arc(at.x, at.y, 4, 0, 2 * Math.PI);
  ctx.fillStyle = tokens.surface;
  ctx.strokeStyle = color;
  ctx.lineWidth = 2;
  ctx.fill();
  ctx.stroke();

  ctx.font = `600 11px ${tokens.font}`;
  const width = ctx.measureText(best.label).width + 8;
  const corner = place(chart, picture, { at, width });
  drawLeader(ctx, at, { x: corner.x + width / 2, y: corner.y + 8 }, tokens);
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = tokens.surface;
  ctx.beginPath();
  ctx.roundRect(corner.x, corner.y, width, 16, 4);
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.fillStyle = tokens.text;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillText(best.label, corner.x + 4, corner.y + 8.5);
}

type Placing = (chart: Chart, picture: ChartPicture, label: { at: Place; width: number }) => Place;

/** Finds the label's place once for a picture and a size. Highlighting a run redraws often and moves nothing. */
function placeOnce(): Placing {
  let known: { picture: ChartPicture; width: number; height: number; corner: Place } | undefined;
  return (chart, picture, label) => {
    const { width, height, chartArea: area } = chart;
    if (known?.picture !== picture || known.width !== width || known.height !== height) {
      const taken = [...obstacles(chart, picture), ...glyphs(chart, picture)];
      const corner = placeLabel({ ...label, height: 16, area, obstacles: taken });
      known = { picture, width, height, corner };
    }
    return known.corner;
  };
}

/** A thin line from the point to a label that does not stand right beside it. */
function drawLeader(ctx: CanvasRenderingContext2D, from: Place, to: Place, tokens: CanvasTokens) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 16) return;
  ctx.beginPath();
  ctx.moveTo(from.x + ((to.x - from.x) / length) * 6, from.y + ((to.y - from.y) / length) * 6);
  ctx.lineTo(to.x, to.y);
  ctx.strokeStyle = tokens.muted;
  ctx.lineWidth = 1;
  ctx.stroke();
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where the marks have their glyphs: below the top, a few pixels wide. */
function glyphs({ chartArea, scales }: Chart, { marks }: ChartPicture): Place[] {
  return marks.flatMap(({ x }) => {
    const at = scales.x?.getPixelForValue(x) ?? Number.NaN;
    return [-4, 0, 4].map((beside) => ({ x: at + beside, y: chartArea.top + 6 }));
  });
}

/** Points on all coloured lines, a few pixels from each other. */
function obstacles({ scales }: Chart, { lines }: ChartPicture): Place[] {
  if (!scales.x || !scales.y) return [];
  const [atX, atY] = [pixelOf(scales.x), pixelOf(scales.y)];
  const points: Place[] = [];
  const add = (xs: readonly number[], ys: readonly number[]) => {
    let before: Place | undefined;
    for (const [index, value] of ys.entries()) {
      const [x, y] = [atX(xs[index] ?? 0), Number.isFinite(value) ? atY(value) : Number.NaN];
      if (!Number.isFinite(y)) {
        before = undefined;
        continue;
      }
      const steps = before
        ? Math.min(24, Math.ceil(Math.hypot(x - before.x, y - before.y) / 6))
        : 1;
      for (let step = 1; step <= steps; step++) {
        const part = step / steps;
        const from = before ?? { x, y };
        points.push({ x: from.x + (x - from.x) * part, y: from.y + (y - from.y) * part });
      }
      before = { x, y };
    }
  };
  for (const { context, x, y, smooth } of lines) {
    if (context) continue;
    add(x, y);
    if (smooth !== undefined) add(x, smooth);
  }
  return points;
}
