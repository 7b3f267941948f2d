"use client";
import { counted } from "@epochal/conclusions";
import { type ReactNode, useMemo } from "react";
import type { Signal } from "../charts/signal.ts";
import { bestColumn } from "../runs-table/columns/best-column.tsx";
import { keptColumn } from "../runs-table/columns/kept-column.tsx";
import { lastColumn } from "../runs-table/columns/last-column.tsx";
import { paramColumn } from "../runs-table/columns/param-column.tsx";
import { runColumn } from "../runs-table/columns/run-column.tsx";
import type { RunRow } from "../runs-table/columns/run-row.ts";
import { sparklineColumn } from "../runs-table/columns/sparkline-column.tsx";
import { RunsTable } from "../runs-table/runs-table.tsx";
import { sparklineRange } from "../runs-table/sparkline-range.ts";
import type { Comparison } from "./compare-project.ts";
import { RunSearch } from "./run-search.tsx";
import type { useCompareState } from "./use-compare-state.ts";

interface RunsPanelProps extends Pick<ReturnType<typeof useCompareState>, "state" | "set"> {
  readonly rows: readonly RunRow[];
  readonly view: Comparison;
  readonly hoveredRun: Signal<string | undefined>;
  readonly onToggle: (id: string) => void;
  readonly help: ReactNode;
}

/** The runs: searched, sorted, shown and hidden here, for the whole page. */
export function RunsPanel(props: RunsPanelProps) {
  const { rows, view, hoveredRun, onToggle, state, set, help } = props;
  const { total, found, params, primary, sort } = view;
  const range = useMemo(() => sparklineRange(rows), [rows]);
  const columns = useMemo(() => {
    const { key, direction } = primary ?? { key: "course" };
    return [
      runColumn(onToggle),
      ...(primary
        ? [
            bestColumn(direction),
            keptColumn(direction),
            sparklineColumn(key, range),
            lastColumn(direction),
          ]
        : []),
      ...params.map(paramColumn),
    ];
  }, [primary, params, range, onToggle]);
  const sorting = useMemo(() => [{ ...sort }], [sort]);
  const hidden = found - view.shown;
  return (
    <section
      aria-label="Runs"
      className="flex max-h-[62vh] min-w-0 flex-col overflow-hidden border-line bg-surface max-lg:rounded-card max-lg:border lg:sticky lg:top-12 lg:h-[calc(100dvh-48px)] lg:max-h-none lg:border-r"
    >
      <div className="flex items-center gap-2 border-line border-b px-3 py-2">
        <RunSearch value={state.q} onSearch={(q) => set({ q: q === "" ? null : q })} />
        {help}
      </div>
      <p className="flex h-7 items-center gap-2 border-line border-b px-4 text-small text-muted">
        <span role="status">
          {found === total ? counted(total, "run") : `${found} of ${counted(total, "run")}`}
          {rows.length < found && ` · the first ${rows.length} are listed`}
          {hidden > 0 && ` · ${hidden} hidden`}
        </span>
        {hidden > 0 && (
          <button
            type="button"
            className="text-accent hover:underline"
            onClick={() => set({ hide: null, only: null })}
          >
            show all
          </button>
        )}
      </p>
      <RunsTable
        rows={rows}
        columns={columns}
        sorting={sorting}
        onSort={([sort]) => set({ sort: sort ?? null })}
        hoveredRun={hoveredRun}
        onToggle={onToggle}
        empty={total === 0 ? "No runs yet." : `No run matches “${state.q}”.`}
      />
    </section>
  );
}
