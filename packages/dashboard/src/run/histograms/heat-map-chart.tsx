"use client";
import { epochWords, formatValue } from "@epochal/conclusions";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useTheme } from "../../charts/use-theme.ts";
import type { HeatMap } from "../../wire/histograms.ts";
import { cellAfter, cellWords, type HeatCell, heatMapWords } from "./heat-map-words.ts";

interface HeatMapChartProps {
  readonly map: HeatMap;
  /** Of the weight. */
  readonly name: string;
}

const HELP =
  "Left and right move over the epochs, up and down over the values, Home and End to the first and the last epoch.";

/** A column an epoch, from the lowest value at the bottom to the highest; the more values lie in a cell, the stronger its colour. */
export function HeatMapChart({ map, name }: HeatMapChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const [cursor, setCursor] = useState<HeatCell>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    if (canvas.current) draw(canvas.current, map);
  }, [map, theme]);
  const { epochs, rows, min, max } = map;
  const cells = rows[0]?.length ?? 1;
  // Another weight has other epochs.
  const at = cursor && cursor.row < rows.length ? cursor : undefined;
  const said = at === undefined ? "" : cellWords(map, at);
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const part = (offset: number, length: number, count: number) =>
      Math.min(count - 1, Math.max(0, Math.floor((offset / length) * count)));
    setCursor({
      row: part(event.clientX - box.left, box.width, rows.length),
      cell: part(box.bottom - event.clientY, box.height, cells),
    });
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return setCursor(undefined);
    const next = cellAfter(map, at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setCursor(next);
  };
  const [first = 0, last = 0] = [epochs[0], epochs.at(-1)];
  return (
    <figure className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-muted text-small">
      <div aria-hidden="true" className="flex flex-col justify-between text-right">
        <span>{formatValue(max)}</span>
        <span>{formatValue(min)}</span>
      </div>
      <div className="relative h-56">
        <canvas
          ref={canvas}
          role="img"
          aria-label={heatMapWords(name, map)}
          className="size-full rounded-control border border-line text-accent [image-rendering:pixelated]"
        />
        <div
          role="slider"
          tabIndex={0}
          aria-label={`Cursor of ${name}`}
          aria-description={HELP}
          aria-valuemin={0}
          aria-valuemax={rows.length - 1}
          aria-valuenow={at?.row ?? 0}
          aria-valuetext={said === "" ? "nowhere" : said}
          className="absolute inset-px cursor-crosshair touch-pan-y select-none rounded-control"
          onPointerDown={point}
          onPointerMove={point}
          // A finger that is lifted leaves its reading.
          onPointerLeave={(event) => event.pointerType !== "touch" && setCursor(undefined)}
          onKeyDown={press}
          onBlur={() => setCursor(undefined)}
        >
          {at && <CellFrame {...at} rows={rows.length} cells={cells} />}
        </div>
      </div>
      <span />
      <p className="flex justify-between gap-2">
        <span>{epochWords(first)}</span>
        {last !== first && <span>{epochWords(last)}</span>}
      </p>
      <p className="col-start-2 min-h-[1.4em] text-text">{said}</p>
    </figure>
  );
}

/** A frame around the cell that is read, at least a few pixels wide. */
function CellFrame({
  row,
  cell,
  rows,
  cells,
}: HeatCell & { readonly rows: number; readonly cells: number }) {
  const place = (index: number, count: number) => `${(100 * index) / count}%`;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute min-h-[5px] min-w-[5px] border border-surface outline outline-text"
      style={{
        left: place(row, rows),
        bottom: place(cell, cells),
        width: place(1, rows),
        height: place(1, cells),
      }}
    />
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
