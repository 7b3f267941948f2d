"use client";

import { formatValue, paramText } from "@epochal/conclusions";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { svgPlace } from "../ui/svg-place.ts";
import { brushBetween, brushPlaces } from "./axis-scale.ts";
import type { Brush } from "./brush.ts";
import type { DrawnAxis } from "./drawn-axis.ts";
import type { ParallelFrame } from "./parallel-lines.ts";

interface ParallelAxisProps {
  readonly axis: DrawnAxis;
  readonly x: number;
  readonly frame: ParallelFrame;
  readonly place: { readonly at: number; readonly of: number };
  /** What the runs have of it. */
  readonly values: readonly unknown[];
  readonly brush: Brush | undefined;
  readonly onBrush: (brush: Brush | undefined) => void;
  readonly onDrag: (x: number) => void;
  readonly onDrop: (x: number) => void;
  /** By how many places, to the right. */
  readonly onMove: (by: number) => void;
}

const half = 9;
/** Nobody hits the end of an axis exactly. */
const slack = 0.02;
const longestLabel = 12;
type Stretch = readonly [number, number];

/** One axis: its ticks, its brush, and its name, which moves it. */
export function ParallelAxis(props: ParallelAxisProps) {
  const { axis, x, frame, place, values, brush, onBrush, onDrag, onDrop, onMove } = props;
  const { scale, path } = axis;
  const [marking, setMarking] = useState<Stretch>();
  const start = useRef(0);
  const yOf = (at: number) => frame.bottom + (frame.top - frame.bottom) * at;
  const placeOf = (event: PointerEvent<SVGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    const y = event.clientY - (box?.top ?? 0);
    return Math.min(1, Math.max(0, (y - frame.bottom) / (frame.top - frame.bottom)));
  };
  const chosen = marking ?? (brush && brushPlaces(scale, brush));
  const choose = (stretch: Stretch) => onBrush(brushBetween(axis, scale, values, widened(stretch)));
  const name = shortened(path);
  // With the words that are seen, for those who speak to their browser.
  const called = [name, scale.isLog && "log", name !== path && `(${path})`]
    .filter(Boolean)
    .join(" ");

  return (
    <g transform={`translate(${svgPlace(x)} 0)`}>
      <line y1={frame.top} y2={frame.bottom} stroke="var(--line-strong)" />
      {scale.ticks.map(({ place: at, label }) => (
        <g key={label} transform={`translate(0 ${svgPlace(yOf(at))})`}>
          <line x1={-3} x2={3} stroke="var(--line-strong)" />
          <text
            x={axis.isMetric ? 8 : -8}
            y={4}
            textAnchor={axis.isMetric ? "start" : "end"}
            className="fill-muted text-small [paint-order:stroke]"
            stroke="var(--surface)"
            strokeWidth={5}
            strokeLinejoin="round"
          >
            {cut(label)}
          </text>
        </g>
      ))}
      {chosen && (
        <rect
          x={-half}
          width={2 * half}
          y={yOf(chosen[1]) - 3}
          height={Math.max(6, yOf(chosen[0]) - yOf(chosen[1]) + 6)}
          rx={4}
          fill="var(--accent)"
          fillOpacity={0.22}
          stroke="var(--accent)"
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the two sliders below do the same by keyboard. */}
      <rect
        x={-half}
        width={2 * half}
        y={frame.top - 6}
        height={frame.bottom - frame.top + 12}
        fill="transparent"
        className="cursor-ns-resize touch-none"
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = placeOf(event);
          setMarking([start.current, start.current]);
        }}
        onPointerMove={(event) => {
          if (marking) setMarking(ordered(start.current, placeOf(event)));
        }}
        onPointerUp={() => {
          if (marking === undefined) return;
          setMarking(undefined);
          if (marking[1] - marking[0] < 0.01) onBrush(undefined);
          else onBrush(brushBetween(axis, scale, values, [marking[0] - slack, marking[1] + slack]));
        }}
      />
      {([0, 1] as const).map((end) => (
        <BrushEnd
          key={end}
          {...{ axis, end, values }}
          stretch={(brush && brushPlaces(scale, brush)) ?? [0, 1]}
          y={yOf((brush && brushPlaces(scale, brush))?.[end] ?? end)}
          onChange={choose}
          onClear={() => onBrush(undefined)}
        />
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no button. */}
      <text
        y={frame.top - 14}
        textAnchor="middle"
        role="button"
        tabIndex={0}
        aria-label={`Axis ${called}, ${place.at} of ${place.of}. The arrow keys move it.`}
        className={`cursor-grab touch-none ${axis.isMetric ? "fill-accent font-semibold" : "fill-text font-medium"}`}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          onMove(by);
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.buttons === 1) onDrag(xOf(event));
        }}
        onPointerUp={(event) => onDrop(xOf(event))}
      >
        <title>{path}</title>
        {name}
        {scale.isLog ? <tspan className="fill-faint font-normal"> log</tspan> : null}
      </text>
    </g>
  );
}

interface BrushEndProps {
  readonly axis: DrawnAxis;
  readonly end: 0 | 1;
  readonly values: readonly unknown[];
  readonly stretch: Stretch;
  readonly y: number;
  readonly onChange: (stretch: Stretch) => void;
  readonly onClear: () => void;
}

/** An end of the brush, which the arrow keys move from value to value. */
function BrushEnd({ axis, end, values, stretch, y, onChange, onClear }: BrushEndProps) {
  const places = [...new Set(values.map((value) => axis.scale.place(value)))]
    .filter((place) => !Number.isNaN(place))
    .sort((a, b) => a - b);
  const at = stretch[end];
  const told = values.find((value) => Math.abs(axis.scale.place(value) - at) < 1e-9);
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" || event.key === "Delete") return onClear();
    const near = nextPlace(places, at, event.key);
    if (near === undefined) return;
    event.preventDefault();
    onChange(
      end === 0
        ? [Math.min(near, stretch[1]), stretch[1]]
        : [stretch[0], Math.max(near, stretch[0])],
    );
  };
  return (
    <circle
      r={5}
      cy={y}
      role="slider"
      tabIndex={0}
      aria-label={`${axis.path}, ${end === 0 ? "lower" : "upper"} end`}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(at * 100)}
      aria-valuetext={textOf(told)}
      className="pointer-events-none fill-transparent focus-visible:fill-accent"
      onKeyDown={press}
    />
  );
}

function nextPlace(places: readonly number[], at: number, key: string): number | undefined {
  if (key === "Home") return places[0];
  if (key === "End") return places.at(-1);
  if (key === "ArrowUp") return places.find((place) => place > at + 1e-9);
  if (key === "ArrowDown") return places.findLast((place) => place < at - 1e-9);
  return undefined;
}

const textOf = (value: unknown): string =>
  value === undefined
    ? "the end"
    : typeof value === "number"
      ? formatValue(value)
      : paramText(value);

const ordered = (a: number, b: number): Stretch => (a < b ? [a, b] : [b, a]);
/** Places of values are not exact numbers. */
const widened = ([low, high]: Stretch): Stretch => [low - 1e-9, high + 1e-9];

function xOf(event: PointerEvent<SVGElement>): number {
  const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
  return event.clientX - (box?.left ?? 0);
}

const cut = (text: string): string =>
  text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;

/** The end of a path says most. */
function shortened(path: string): string {
  if (path.length <= 16) return path;
  const last = path.slice(path.lastIndexOf(".") + 1);
  return last.length <= 16 ? last : `${last.slice(0, 15)}…`;
}
