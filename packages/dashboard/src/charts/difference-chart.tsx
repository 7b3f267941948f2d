"use client";
import { formatDifference } from "@epochal/conclusions";
import {
  type ChartLine,
  type ChartPicture,
  type ChartRun,
  chartLines,
  differenceLine,
  fitAxis,
  placeText,
  rangeOf,
  valueAt,
  type XAxis,
} from "@epochal/panel/charts";
import { useCallback, useId, useMemo, useRef } from "react";
import type { MetricChartProps } from "./metric-chart-props.ts";
import { PlotCursor } from "./plot-cursor.tsx";
import { useChartSignals } from "./use-chart-signals.ts";
import { useLineChart } from "./use-line-chart.ts";
import { useSignal } from "./use-signal.ts";

interface DifferenceChartProps extends Pick<MetricChartProps, "cursor" | "onZoom" | "zoom"> {
  /** The metric, `auc`. */
  readonly title: string;
  readonly a: ChartRun;
  readonly b: ChartRun;
  /** @default "epoch" */
  readonly xAxis?: XAxis;
  /** Which way is better. */
  readonly direction?: "max" | "min" | undefined;
}

/** What one run holds more than another along their curves: small, under them, on the same x axis, with a line at zero. */
export function DifferenceChart(props: DifferenceChartProps) {
  const { title, a, b, xAxis = "epoch", direction, zoom, onZoom = nothing } = props;
  const { cursor, hoveredRun } = useChartSignals(props.cursor ? { cursor: props.cursor } : {});
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLCanvasElement>(null);
  const picture = useMemo(() => pictureOf({ a, b, xAxis, zoom }), [a, b, xAxis, zoom]);
  const places = useMemo(
    () => (picture.lines[0]?.x ?? []).filter((x) => x >= picture.x.min && x <= picture.x.max),
    [picture],
  );
  const chart = useLineChart(canvas, layer, picture, hoveredRun);
  const heading = useId();
  const at = useSignal(cursor, (x) => x);
  const line = picture.lines.at(-1);
  const read = useCallback(
    (x: number) => (line ? valueAt(line, x, xAxis) : undefined),
    [line, xAxis],
  );
  const said = (x: number) => {
    const value = read(x);
    return `${placeText(x, xAxis)}: ${value === undefined ? "no value" : formatDifference(value)}`;
  };
  const value = at === undefined ? undefined : read(at);
  return (
    <figure aria-labelledby={heading} className="mt-1 min-w-0">
      <figcaption id={heading} className="flex h-4 gap-2.5 text-small text-muted">
        <span className="truncate">
          {title}: {b.label} − {a.label}
        </span>
        {at !== undefined && value !== undefined && (
          <b className={`flex-none font-medium ${toneOf(value, direction)}`}>{said(at)}</b>
        )}
      </figcaption>
      <div className="relative h-24">
        <canvas
          className="max-w-full"
          ref={canvas}
          role="img"
          aria-label={summary(title, a, b, picture)}
        />
        <canvas
          ref={layer}
          aria-hidden
          className="pointer-events-none absolute inset-0 size-full"
        />
        <PlotCursor
          title={`the difference of ${title}`}
          picture={picture}
          places={places}
          cursor={cursor}
          hoveredRun={hoveredRun}
          chart={chart}
          describe={said}
          preview={nothing}
          onZoom={onZoom}
        />
      </div>
    </figure>
  );
}

const nothing = () => undefined;

function toneOf(value: number, direction: "max" | "min" | undefined): string {
  if (direction === undefined || !(Math.abs(value) > 0)) return "text-text";
  return (direction === "max") === value > 0 ? "text-good" : "text-bad";
}

/** Validation against validation, or what is of no split; training where one of them has no other. */
function pictureOf({
  a,
  b,
  xAxis,
  zoom,
}: Pick<DifferenceChartProps, "a" | "b" | "zoom"> & { readonly xAxis: XAxis }): ChartPicture {
  const lines = chartLines([a, b], xAxis);
  const isSame = a.id === b.id;
  const of = (run: ChartRun, split: ChartLine["split"]) =>
    lines.find((line) => line.run === run.id && line.split === split);
  const split =
    (["validation", "single"] as const).find((each) => of(a, each) && of(b, each)) ?? "train";
  const [lineA, lineB] = [of(a, split), of(b, split)];
  const difference = lineA && lineB && !isSame ? differenceLine(lineA, lineB) : { x: [], y: [] };
  const ends = lines.flatMap(({ x }) => [x[0], x.at(-1)]).filter((x) => x !== undefined);
  const whole = rangeOf(
    ends.sort((one, other) => one - other),
    xAxis,
  );
  const count = difference.x.length;
  const line: ChartLine = {
    run: b.id,
    split: "validation",
    ...difference,
    broken: [],
    drawn: count,
    stored: count,
  };
  const x = zoom && zoom.max > zoom.min ? zoom : whole;
  const shown = line.y.filter((_, i) => (line.x[i] ?? 0) >= x.min && (line.x[i] ?? 0) <= x.max);
  return {
    lines: [line],
    colors: new Map([[b.id, b.color]]),
    axis: fitAxis([{ run: b.id, y: shown }], "zero", 2),
    x,
    whole,
    xAxis,
    scale: "zero",
    best: undefined,
    marks: [],
    zero: true,
  };
}

function summary(title: string, a: ChartRun, b: ChartRun, { lines, xAxis }: ChartPicture): string {
  const { x = [], y = [] } = lines[0] ?? {};
  const last = y.findLastIndex((value) => Number.isFinite(value));
  const words =
    last < 0
      ? "they have no place in common"
      : `${formatDifference(y[last] ?? 0)} at ${placeText(x[last] ?? 0, xAxis)}`;
  return `${b.label} minus ${a.label} in ${title}: ${words}`;
}
