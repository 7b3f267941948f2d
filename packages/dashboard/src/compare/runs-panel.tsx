"use client";
import { counted } from "@epochal/conclusions";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useState } from "react";
import type { Signal } from "../charts/signal.ts";
import { allColumns, type KnownMetric, usualColumns } from "../runs-table/all-columns.ts";
import { BulkBar } from "../runs-table/bulk-bar.tsx";
import type { TableRun } from "../runs-table/columns/table-row.ts";
import { ColumnsPicker } from "../runs-table/columns-picker.tsx";
import { RunsTable } from "../runs-table/runs-table.tsx";
import { sparklineRange } from "../runs-table/sparkline-range.ts";
import type { useColumnLayout } from "../runs-table/use-column-layout.ts";
import { Button } from "../ui/button.tsx";
import { ResizeHandle } from "../ui/resize-handle.tsx";
import type { Comparison } from "./compare-project.ts";
import { RunSearch } from "./run-search.tsx";
import type { useCompareState } from "./use-compare-state.ts";

interface RunsPanelProps extends Pick<ReturnType<typeof useCompareState>, "state" | "set"> {
  readonly rows: readonly TableRun[];
  readonly metrics: readonly KnownMetric[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly columnLayout: ReturnType<typeof useColumnLayout>;
  readonly now: number | undefined;
  readonly view: Comparison;
  readonly hoveredRun: Signal<string | undefined>;
  readonly onToggle: (id: string) => void;
  readonly help: ReactNode;
}

/** The runs: searched, sorted, shown and hidden here, for the whole page. */
export function RunsPanel(props: RunsPanelProps) {
  const { rows, view, metrics, hoveredRun, onToggle, state, set, help, now } = props;
  const { selected, onSelect, columnLayout } = props;
  const { layout, setLayout, width, setWidth, usualWidth } = columnLayout;
  const { total, found, params, primary, sort } = view;
  const router = useRouter();
  const [baseline, setBaseline] = useState<string>();
  const range = useMemo(() => sparklineRange(rows), [rows]);
  const columns = useMemo(
    () =>
      allColumns({ ...(primary && { judging: primary }), metrics, params, facts: ["host"], range }),
    [primary, metrics, params, range],
  );
  const differing = useMemo(() => params.map(({ path }) => `param:${path}`), [params]);
  const usual = useMemo(() => usualColumns(columns, differing), [columns, differing]);
  const sorting = useMemo(() => [{ ...sort }], [sort]);
  const hidden = found - view.shown;
  return (
    <section
      aria-label="Runs"
      className="relative flex max-h-[62vh] min-w-0 flex-col overflow-hidden border-line bg-surface max-lg:rounded-card max-lg:border lg:sticky lg:top-12 lg:h-[calc(100dvh-48px)] lg:max-h-none lg:border-r"
    >
      <div className="flex items-center gap-2 border-line border-b px-3 py-2">
        <RunSearch value={state.q} onSearch={(q) => set({ q: q === "" ? null : q })} />
        <ColumnsPicker
          columns={columns}
          usual={usual}
          differing={differing}
          layout={layout}
          onLayout={setLayout}
        />
        {help}
      </div>
      <p className="flex h-7 items-center gap-2 border-line border-b px-4 text-small text-muted">
        <span role="status">
          {found === total ? counted(total, "run") : `${found} of ${counted(total, "run")}`}
          {rows.length < found && ` · the first ${rows.length} are listed`}
          {hidden > 0 && ` · ${hidden} hidden`}
        </span>
        {hidden > 0 && (
          <Button shape="link" onClick={() => set({ hide: null, only: null })}>
            show all
          </Button>
        )}
      </p>
      <RunsTable
        rows={rows}
        columns={columns}
        usual={usual}
        layout={layout}
        onLayout={setLayout}
        sorting={sorting}
        onSort={(next) => set({ sort: next.at(-1) ?? null })}
        selected={selected}
        onSelect={onSelect}
        baseline={rows.find(({ id }) => id === baseline)}
        onBaseline={setBaseline}
        onOpen={(id) => router.push(`/runs/${encodeURIComponent(id)}`)}
        onSolo={(id) =>
          set(state.only.length === 1 && state.only[0] === id ? { only: null } : { only: [id] })
        }
        hoveredRun={hoveredRun}
        onToggleVisible={onToggle}
        now={now}
        empty={total === 0 ? "No runs yet." : `No run matches “${state.q}”.`}
      />
      <BulkBar selected={selected} onClear={() => onSelect(new Set())} />
      <ResizeHandle
        label="Width of the table"
        value={width ?? usualWidth}
        min={320}
        max={1600}
        onResize={setWidth}
        onReset={() => setWidth(undefined)}
        className="absolute inset-y-0 right-0 z-30 w-1.5 max-lg:hidden"
      />
    </section>
  );
}
