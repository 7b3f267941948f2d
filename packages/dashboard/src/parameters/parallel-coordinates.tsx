"use client";

import { formatValue } from "@epochal/conclusions";
import { type PointerEvent, useMemo, useState } from "react";
import type { Brush } from "./brush.ts";
import type { DrawnAxis } from "./drawn-axis.ts";
import { shadeColor } from "./metric-color.ts";
import { ParallelAxis } from "./parallel-axis.tsx";
import {
  lineAt,
  linePath,
  type ParallelFrame,
  parallelLines,
  shadedPaths,
} from "./parallel-lines.ts";
import type { ParameterRun } from "./parameters-data.ts";
import { useWidth } from "./use-width.ts";

export interface ParallelCoordinatesProps {
  readonly runs: readonly ParameterRun[];
  readonly axes: readonly DrawnAxis[];
  readonly direction: "max" | "min" | undefined;
  readonly brushes: ReadonlyMap<string, Brush>;
  readonly onBrush: (axis: DrawnAxis, brush: Brush | undefined) => void;
  /** The paths of all axes in their new order. */
  readonly onOrder: (paths: readonly string[]) => void;
  readonly highlighted: string | undefined;
  readonly onHighlight: (id: string | undefined) => void;
  readonly onOpen: (id: string) => void;
}

const height = 340;
const margin = { top: 44, bottom: 14, side: 56 };
/** Below the axes, for runs that lack a param. */
const laneHeight = 28;
/** An axis and its labels need so much; with more axes the picture is scrolled. */
const leastGap = 92;

/** One axis a param, one line a run, in the shade of its metric. */
export function ParallelCoordinates(props: ParallelCoordinatesProps) {
  const { runs, axes, direction, brushes, onBrush, onOrder, highlighted, onHighlight, onOpen } =
    props;
  const [element, available] = useWidth<HTMLDivElement>(960);
  const [dragged, setDragged] = useState<{ readonly path: string; readonly x: number }>();
  const width = Math.max(available, (axes.length - 1) * leastGap + 2 * margin.side);
  const lacking = useMemo(
    () => axes.map((axis) => runs.some((run) => Number.isNaN(axis.scale.place(axis.valueOf(run))))),
    [runs, axes],
  );
  const hasLane = lacking.includes(true);
  const frame = useMemo<ParallelFrame>(() => {
    const gap = axes.length < 2 ? 0 : (width - 2 * margin.side) / (axes.length - 1);
    return {
      xs: axes.map((_, i) => margin.side + gap * i),
      top: margin.top,
      bottom: height - margin.bottom - (hasLane ? laneHeight : 0),
      lane: height - margin.bottom,
    };
  }, [axes, width, hasLane]);
  const lines = useMemo(
    () => parallelLines(runs, axes, frame, direction),
    [runs, axes, frame, direction],
  );
  const paths = useMemo(() => shadedPaths(lines, frame), [lines, frame]);
  const top = lines.find(({ run }) => run.id === highlighted);

  const find = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return lineAt(lines, frame, [event.clientX - box.left, event.clientY - box.top]);
  };
  const drop = (path: string, x: number) => {
    setDragged(undefined);
    const order = axes
      .map((axis, i) => ({ path: axis.path, x: axis.path === path ? x : (frame.xs[i] ?? 0) }))
      .sort((a, b) => a.x - b.x);
    onOrder(order.map((axis) => axis.path));
  };
  const move = (path: string, by: number) => {
    const order = axes.map((axis) => axis.path);
    const from = order.indexOf(path);
    const to = Math.min(order.length - 1, Math.max(0, from + by));
    order.splice(to, 0, ...order.splice(from, 1));
    onOrder(order);
  };

  return (
    <div ref={element} className="overflow-x-auto">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the runs table opens every run by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds no SVG. */}
      <svg
        width={width}
        height={height}
        role="group"
        aria-label={`Parallel coordinates of ${runs.length} runs`}
        className="block select-none"
        onPointerMove={(event) => {
          if (event.buttons === 0) onHighlight(find(event)?.run.id);
        }}
        onPointerLeave={() => onHighlight(undefined)}
        onClick={(event) => {
          const line = find(event as PointerEvent<SVGSVGElement>);
          if (line) onOpen(line.run.id);
        }}
      >
        <g fill="none" strokeLinejoin="round">
          {paths.map(({ shade, path }) => (
            <path
              key={shade ?? "none"}
              d={path}
              stroke={shade === undefined ? "var(--line-strong)" : shadeColor(shade)}
              strokeWidth={shade === undefined ? 0.75 : 1.25}
              opacity={shade === undefined || top === undefined ? lineOpacity(lines.length) : 0.25}
            />
          ))}
          {top && <path d={linePath(top, frame.xs)} stroke="var(--text)" strokeWidth={2.25} />}
        </g>
        {axes.map(
          ({ path, isMetric }, i) =>
            lacking[i] && (
              <text
                key={path}
                x={(frame.xs[i] ?? 0) + (isMetric ? 8 : -8)}
                y={frame.lane + 4}
                textAnchor={isMetric ? "start" : "end"}
                className="fill-faint text-small [paint-order:stroke]"
                stroke="var(--surface)"
                strokeWidth={5}
              >
                none
              </text>
            ),
        )}
        {axes.map((axis, i) => (
          <ParallelAxis
            key={axis.path}
            axis={axis}
            x={dragged?.path === axis.path ? dragged.x : (frame.xs[i] ?? 0)}
            frame={frame}
            place={{ at: i + 1, of: axes.length }}
            values={runs.map(axis.valueOf)}
            brush={brushes.get(axis.path)}
            onBrush={(brush) => onBrush(axis, brush)}
            onDrag={(x) => setDragged({ path: axis.path, x })}
            onDrop={(x) => drop(axis.path, x)}
            onMove={(by) => move(axis.path, by)}
          />
        ))}
        {top && (
          <text x={width / 2} y={14} textAnchor="middle" className="fill-text font-medium">
            {top.run.name}
            {top.run.value === undefined ? "" : `: ${formatValue(top.run.value)}`}
          </text>
        )}
      </svg>
    </div>
  );
}

/** Many lines are drawn thin, so that what they have in common is seen. */
const lineOpacity = (count: number): number => Math.max(0.25, Math.min(0.9, 60 / count));
