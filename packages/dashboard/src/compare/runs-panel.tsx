"use client";
import type { PrimaryMetric } from "@epochal/store/verdict";
import { type ReactNode, useMemo } from "react";
import type { Signal } from "../charts/signal.ts";
import { bestColumn } from "../runs-table/columns/best-column.tsx";
import { keptColumn } from "../runs-table/columns/kept-column.tsx";
import { lastColumn } from "../runs-table/columns/last-column.tsx";
import { paramColumn } from "../runs-table/columns/param-column.tsx";
import { runColumn } from "../runs-table/columns/run-column.tsx";
import { sparklineColumn } from "../runs-table/columns/sparkline-column.tsx";
import type { DifferingParam } from "../runs-table/differing-params.ts";
import type { RunRow } from "../runs-table/run-row.ts";
import { RunsTable } from "../runs-table/runs-table.tsx";
import { sparklineRange } from "../runs-table/sparkline-range.ts";
import { RunSearch } from "./run-search.tsx";
import type { useCompareState } from "./use-compare-state.ts";

interface RunsPanelProps extends Pick<ReturnType<typeof useCompareState>, "state" | "set"> {
  readonly rows: readonly RunRow[];
  readonly total: number;
  readonly params: readonly DifferingParam[];
  readonly primary: PrimaryMetric | undefined;
  readonly hoveredRun: Signal<string | undefined>;
  readonly onToggle: (id: string) => void;
  readonly help: ReactNode;
}

const MOST_PARAMS = 12;

/** The runs: searched, sorted, shown and hidden here, for the whole page. */
export function RunsPanel(props: RunsPanelProps) {
  const { rows, total, params, primary, hoveredRun, onToggle, state, set, help } = props;
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
      ...params.slice(0, MOST_PARAMS).map(paramColumn),
    ];
  }, [primary, params, range, onToggle]);
  const sorting = useMemo(
    () => [state.sort ?? { id: primary ? "best" : "run", desc: primary?.direction === "max" }],
    [state.sort, primary],
  );
  const hidden = rows.filter(({ shown }) => !shown).length;
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
          {rows.length === total
            ? `${total} ${total === 1 ? "run" : "runs"}`
            : `${rows.length} of ${total} runs`}
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
