"use client";

import { counted, formatValue, paramText } from "@epochal/conclusions";
import { useMemo } from "react";
import { type AxisScale, numberScale } from "./axis-scale.ts";
import type { DrawnAxis } from "./drawn-axis.ts";
import { shadeColor, shades } from "./metric-color.ts";
import type { ParameterRun } from "./parameters-data.ts";
import { PlotAxes, type PlotBox, plotX, plotY } from "./plot-axes.tsx";
import { useWidth } from "./use-width.ts";

export interface ParamScatterProps {
  readonly runs: readonly ParameterRun[];
  readonly x: DrawnAxis;
  readonly metric: DrawnAxis;
  /** What the dots are coloured by. */
  readonly color: DrawnAxis | undefined;
  readonly highlighted: string | undefined;
  readonly onHighlight: (id: string | undefined) => void;
  readonly onOpen: (id: string) => void;
}

interface Dot {
  readonly run: ParameterRun;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
}

const height = 320;
/** With so few different values, dots are spread beside their place, so that many of them are seen as many. */
const FEW = 8;
/** A share of the axis. */
const MARGIN = 0.05;

/** A param against the metric, a dot a run. */
export function ParamScatter(props: ParamScatterProps) {
  const { runs, x, metric, color, highlighted, onHighlight, onOpen } = props;
  const [element, width] = useWidth<HTMLDivElement>(640);
  const box = useMemo<PlotBox>(
    () => ({ left: 64, right: width - 16, top: 32, bottom: height - 44 }),
    [width],
  );
  const { dots, y, across } = useMemo(
    () => layOut(runs, { x, metric, color }, box),
    [runs, x, metric, color, box],
  );
  const top = dots.find(({ run }) => run.id === highlighted);
  const left = runs.filter(({ isFound }) => isFound).length - dots.length;
  const title = metric.path;
  return (
    <div ref={element} className="min-w-0">
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`${title} by ${x.path}, ${counted(dots.length, "run")}`}
      >
        <PlotAxes box={box} x={across} y={y} xTitle={x.path} yTitle={title} />
        {dots.map(({ run, fill, ...at }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the runs table opens every run by keyboard.
          <circle
            key={run.id}
            cx={at.x}
            cy={at.y}
            r={run.id === highlighted ? 6 : 4}
            fill={fill}
            stroke="var(--surface)"
            strokeWidth={1}
            className="cursor-pointer"
            onPointerEnter={() => onHighlight(run.id)}
            onPointerLeave={() => onHighlight(undefined)}
            onClick={() => onOpen(run.id)}
          />
        ))}
        {top && (
          <text
            x={Math.min(box.right - 4, Math.max(box.left + 4, top.x))}
            y={Math.max(box.top, top.y - 10)}
            textAnchor={top.x > (box.left + box.right) / 2 ? "end" : "start"}
            className="pointer-events-none fill-text font-medium [paint-order:stroke]"
            stroke="var(--surface)"
            strokeWidth={4}
          >
            {`${top.run.name}: ${formatValue(top.run.value ?? Number.NaN)}`}
          </text>
        )}
      </svg>
      {color && <ColorKey axis={color} />}
      {left > 0 && (
        <p className="text-muted text-small">
          {counted(left, "run")} without a place here: no {x.path}, or no finite {title}.
        </p>
      )}
    </div>
  );
}

function layOut(
  runs: readonly ParameterRun[],
  {
    x,
    metric,
    color,
  }: { readonly x: DrawnAxis; readonly metric: DrawnAxis; readonly color: DrawnAxis | undefined },
  box: PlotBox,
): { readonly dots: readonly Dot[]; readonly y: AxisScale; readonly across: AxisScale } {
  const found = runs.filter(({ isFound }) => isFound);
  const values = found.flatMap(({ value }) =>
    value !== undefined && Number.isFinite(value) ? [value] : [],
  );
  const [min, max] = values.length === 0 ? [0, 1] : extent(values);
  const y = numberScale(min, max);
  const different = new Set(found.map((run) => x.scale.place(x.valueOf(run)))).size;
  const isFew = x.kind === "category" || different <= FEW;
  const room = isFew ? Math.min(x.kind === "category" ? 40 : 20, 120 / different) : 0;
  const across = isFew && x.kind !== "category" ? inset(x.scale) : x.scale;
  const dots = found.flatMap((run): Dot[] => {
    const [left, up] = [across.place(x.valueOf(run)), y.place(metric.valueOf(run))];
    if (Number.isNaN(left) || Number.isNaN(up)) return [];
    const spread = (jitter(run.id) - 0.5) * room;
    const place = color?.scale.place(color.valueOf(run)) ?? Number.NaN;
    const fill = color === undefined ? "var(--accent)" : fillOf(place);
    return [{ run, x: plotX(box, left) + spread, y: plotY(box, up), fill }];
  });
  return { dots, y, across };
}

/** A scale that leaves room at both ends, for dots that stand beside their place. */
function inset({ isLog, place, ticks }: AxisScale): AxisScale {
  const inner = (at: number) => MARGIN + (1 - 2 * MARGIN) * at;
  return {
    isLog,
    place: (value) => inner(place(value)),
    ticks: ticks.map((tick) => ({ ...tick, place: inner(tick.place) })),
  };
}

const fillOf = (place: number): string =>
  Number.isNaN(place)
    ? "var(--line-strong)"
    : shadeColor(Math.round(Math.min(1, Math.max(0, place)) * (shades - 1)));

const extent = (values: readonly number[]): readonly [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );

/** The same for a run whenever it is drawn, from 0 to 1. */
function jitter(id: string): number {
  let hash = 7;
  for (const char of id) hash = (hash * 31 + char.charCodeAt(0)) % 1009;
  return hash / 1008;
}

/** Which colour is which value. */
function ColorKey({ axis }: { readonly axis: DrawnAxis }) {
  return (
    <ul
      className="flex flex-wrap gap-x-3 text-muted text-small"
      aria-label={`Colours by ${axis.path}`}
    >
      <li className="font-medium text-text">{paramText(axis.path)}</li>
      {axis.scale.ticks.map(({ place, label }) => (
        <li key={label} className="inline-flex items-center gap-1">
          <svg className="size-2.5" viewBox="0 0 10 10" aria-hidden="true">
            <circle cx={5} cy={5} r={5} fill={fillOf(place)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
