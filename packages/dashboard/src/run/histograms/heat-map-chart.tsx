"use client";
import { epochWords, formatShare, formatValue, shownEpoch } from "@epochal/conclusions";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useTheme } from "../../charts/use-theme.ts";
import type { HeatMap } from "../../wire/histograms.ts";

interface HeatMapChartProps {
  readonly map: HeatMap;
  /** Of the weight. */
  readonly name: string;
}

/** A column an epoch, from the lowest value at the bottom to the highest; the more values lie in a cell, the stronger its colour. */
export function HeatMapChart({ map, name }: HeatMapChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const [said, setSaid] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    if (canvas.current) draw(canvas.current, map);
  }, [map, theme]);
  const { epochs, rows, min, max } = map;
  const cells = rows[0]?.length ?? 1;
  const point = ({ nativeEvent, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const { offsetX, offsetY } = nativeEvent;
    const { clientWidth, clientHeight } = currentTarget;
    const at = Math.min(rows.length - 1, Math.floor((offsetX / clientWidth) * rows.length));
    const cell = Math.max(0, cells - 1 - Math.floor((offsetY / clientHeight) * cells));
    const low = min + ((max - min) / cells) * cell;
    const high = low + (max - min) / cells;
    const share = rows[at]?.[cell] ?? 0;
    setSaid(
      `${epochWords(epochs[at] ?? 0)}: ${formatShare(share)} of the values from ${formatValue(low)} to ${formatValue(high)}`,
    );
  };
  const [first = 0, last = 0] = [epochs[0], epochs.at(-1)];
  return (
    <figure className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-muted text-small">
      <div aria-hidden="true" className="flex flex-col justify-between text-right">
        <span>{formatValue(max)}</span>
        <span>{formatValue(min)}</span>
      </div>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${name} over ${epochWords(first)} to ${shownEpoch(last)}: values from ${formatValue(min)} to ${formatValue(max)}; the middle goes from ${formatValue(middleOf(map, 0))} to ${formatValue(middleOf(map, -1))}`}
        onPointerDown={point}
        onPointerMove={point}
        onPointerLeave={() => setSaid("")}
        className="h-56 w-full rounded-control border border-line text-accent [image-rendering:pixelated]"
      />
      <span />
      <p className="flex justify-between gap-2">
        <span>{epochWords(first)}</span>
        <span>{epochWords(last)}</span>
      </p>
      <p className="col-start-2 min-h-[1.4em] text-text">{said}</p>
    </figure>
  );
}

/** One pixel a cell; the browser makes them larger. */
function draw(canvas: HTMLCanvasElement, { rows }: HeatMap): void {
  const cells = rows[0]?.length ?? 0;
  canvas.width = rows.length;
  canvas.height = cells;
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.fillStyle = getComputedStyle(canvas).color;
  const most = Math.max(...rows.flat(), Number.MIN_VALUE);
  for (const [x, row] of rows.entries()) {
    for (const [cell, share] of row.entries()) {
      // A share of a hundredth is still seen.
      context.globalAlpha = Math.sqrt(share / most);
      if (share > 0) context.fillRect(x, cells - 1 - cell, 1, 1);
    }
  }
}

/** The value that half of the others are below. */
function middleOf({ rows, min, max }: HeatMap, at: number): number {
  const row = rows.at(at) ?? [];
  let sum = 0;
  const cell = row.findIndex((share) => {
    sum += share;
    return sum >= 0.5;
  });
  return min + ((max - min) / Math.max(1, row.length)) * (Math.max(0, cell) + 0.5);
}
