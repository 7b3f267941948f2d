"use client";
import type { Cell, Row } from "@tanstack/react-table";
import type { ReactNode } from "react";
import type { Signal } from "../charts/signal.ts";
import { useSignal } from "../charts/use-signal.ts";
import { RunSwatch } from "../colors/run-swatch.tsx";
import { columnLayout } from "./column-layout.ts";
import type { columnFeatures } from "./columns/column-features.ts";
import type { RunRow } from "./columns/run-row.ts";

interface RunsTableRowProps {
  readonly row: Row<typeof columnFeatures, RunRow>;
  readonly rowIndex: number;
  readonly hoveredRun: Signal<string | undefined>;
}

/** A run. Pointing at it, or stepping on it with the keyboard, brings its curves forward. */
export function RunsTableRow({ row, rowIndex, hoveredRun }: RunsTableRowProps) {
  const { run, color, shown } = row.original;
  const lit = useSignal(hoveredRun, (id) => id === run.id);
  const light = () => hoveredRun.set(run.id);
  const unlight = () => hoveredRun.set(undefined);
  return (
    <tr
      aria-rowindex={rowIndex}
      data-run={run.id}
      onPointerEnter={light}
      onPointerLeave={unlight}
      onFocus={light}
      onBlur={unlight}
    >
      {row.getAllCells().map((cell) => (
        <td
          key={cell.id}
          className={`h-12 whitespace-nowrap border-line border-b leading-[1.35] ${lit ? "bg-bg" : "bg-surface"} ${columnLayout(cell.column.id)} ${cell.column.id === "run" ? "sticky left-0 z-[5] pr-2 pl-2.5" : "px-2"}`}
        >
          {cell.column.id === "run" && shown && (
            <RunSwatch
              color={color}
              className="absolute inset-y-0 left-0 h-full w-1 rounded-r-sm"
            />
          )}
          {contentOf(cell)}
        </td>
      ))}
    </tr>
  );
}

/** The row calls it and does not mount it: a column that is made again would mount its cells again, and the focus in them would be lost. */
function contentOf(cell: Cell<typeof columnFeatures, RunRow>): ReactNode {
  const content = cell.column.columnDef.cell;
  return typeof content === "function" ? content(cell.getContext()) : content;
}
