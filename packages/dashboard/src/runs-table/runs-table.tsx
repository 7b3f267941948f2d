"use client";
import { type SortingState, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { Signal } from "../charts/signal.ts";
import { columnFeatures, type RunColumn } from "./columns/column-features.ts";
import type { RunRow } from "./columns/run-row.ts";
import { RunsTableHead } from "./runs-table-head.tsx";
import { RunsTableRow } from "./runs-table-row.tsx";
import { useRunKeys } from "./use-run-keys.ts";

const ROW_HEIGHT = 48;
/** A table with this many rows makes only those in view. */
const VIRTUAL_FROM = 100;

interface RunsTableProps {
  readonly rows: readonly RunRow[];
  readonly columns: readonly RunColumn[];
  readonly sorting: SortingState;
  readonly onSort: (sorting: SortingState) => void;
  readonly hoveredRun: Signal<string | undefined>;
  readonly onToggle: (id: string) => void;
  /** What to say where there is no row. */
  readonly empty: string;
}

/** The runs of a project: the legend of every chart beside it. */
export function RunsTable(props: RunsTableProps) {
  const { rows, columns, sorting, onSort, hoveredRun, onToggle, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable(
    {
      features: columnFeatures,
      columns: columns as RunColumn[],
      data: rows as RunRow[],
      getRowId: ({ run }) => run.id,
      // The server sorts, over all runs and not only those that are listed.
      manualSorting: true,
      enableSortingRemoval: false,
      enableMultiSort: false,
      state: { sorting },
      onSortingChange: (update) => onSort(typeof update === "function" ? update(sorting) : update),
    },
    ({ sorting: shown }) => ({ sorting: shown }),
  );
  const sorted = table.getRowModel().rows;
  const virtual = sorted.length > VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    enabled: virtual,
  });
  useRunKeys({
    ids: sorted.map(({ id }) => id),
    onToggle,
    onMove: (index) => virtual && virtualizer.scrollToIndex(index),
  });

  const items = virtual ? virtualizer.getVirtualItems() : undefined;
  const from = items ? (items[0]?.index ?? 0) : 0;
  const to = items ? (items.at(-1)?.index ?? -1) + 1 : sorted.length;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain">
      <table
        aria-label="Runs"
        aria-rowcount={sorted.length + 1}
        className="w-full table-fixed border-separate border-spacing-0"
      >
        <RunsTableHead table={table} />
        <tbody>
          <Gap height={from * ROW_HEIGHT} span={columns.length} />
          {sorted.slice(from, to).map((row, index) => (
            <RunsTableRow
              key={row.id}
              row={row}
              rowIndex={from + index + 2}
              hoveredRun={hoveredRun}
            />
          ))}
          <Gap height={(sorted.length - to) * ROW_HEIGHT} span={columns.length} />
        </tbody>
      </table>
      {sorted.length === 0 && <p className="px-4 py-8 text-center text-muted">{empty}</p>}
    </div>
  );
}

function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={span} height={height} />
    </tr>
  );
}
