"use client";
import { counted, formatCount } from "@epochal/conclusions";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import type { Signal } from "../charts/signal.ts";
import { allColumns, usualColumns } from "../runs-table/all-columns.ts";
import { BulkBar } from "../runs-table/bulk-bar.tsx";
import { ColumnsPicker } from "../runs-table/columns-picker.tsx";
import { RunsTable } from "../runs-table/runs-table.tsx";
import { sparklineRange } from "../runs-table/sparkline-range.ts";
import type { useColumnLayout } from "../runs-table/use-column-layout.ts";
import { Button } from "../ui/button.tsx";
import { ResizeHandle } from "../ui/resize-handle.tsx";
import { RunSearch } from "./run-search.tsx";
import { orderOfSorting, sortingOf } from "./sorting.ts";
import type { useCompareModel } from "./use-compare-model.ts";
import type { useCompareState } from "./use-compare-state.ts";

interface RunsPanelProps {
  readonly model: ReturnType<typeof useCompareModel>;
  readonly compare: ReturnType<typeof useCompareState>;
  readonly columnLayout: ReturnType<typeof useColumnLayout>;
  readonly hoveredRun: Signal<string | undefined>;
  readonly help: ReactNode;
}

/** The runs: found, sorted, selected, shown and hidden here, for the whole page. */
export function RunsPanel(props: RunsPanelProps) {
  const { model, compare, columnLayout, hoveredRun, help } = props;
  const { state, set, type, toggle } = compare;
  const { verdict, facets, params, table, rows, needRows, now } = model;
  const { metric, total = 0 } = verdict.data ?? {};
  const { layout, setLayout, width, setWidth, usualWidth } = columnLayout;
  const found = table.total ?? 0;
  const router = useRouter();
  const selected = useMemo(() => new Set(state.select), [state.select]);
  const select = (ids: ReadonlySet<string>) => set({ select: [...ids] });
  const range = useMemo(() => sparklineRange(table.rows), [table.rows]);
  const columns = useMemo(
    () =>
      allColumns({
        ...(metric && { judging: metric }),
        metrics: facets?.series ?? [],
        params,
        facts: ["host"],
        range,
      }),
    [metric, facets, params, range],
  );
  const differing = useMemo(() => params.map(({ path }) => `param:${path}`), [params]);
  const usual = useMemo(() => usualColumns(columns, differing), [columns, differing]);
  const sorting = useMemo(
    () => sortingOf(state.sort, metric, columns),
    [state.sort, metric, columns],
  );
  const hidden = hiddenOf(state, found);
  return (
    <section
      aria-label="Runs"
      className="relative flex max-h-[62vh] min-w-0 flex-col overflow-hidden border-line bg-surface max-lg:rounded-card max-lg:border lg:sticky lg:top-12 lg:h-[calc(100dvh-48px)] lg:max-h-none lg:border-r"
    >
      <div className="flex items-start gap-2 border-line border-b px-3 py-2">
        <RunSearch
          value={state.where}
          fault={table.fault ?? verdict.fault}
          onSearch={(where) => type({ where: where === "" ? null : where })}
        />
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
          {found === total
            ? counted(total, "run")
            : `${formatCount(found)} of ${counted(total, "run")}`}
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
        total={found}
        onNeedRows={needRows}
        waiting={table.waiting}
        onShowWaiting={table.showWaiting}
        columns={columns}
        usual={usual}
        layout={layout}
        onLayout={setLayout}
        sorting={sorting}
        onSort={(next) => set({ sort: orderOfSorting(next, columns) })}
        selected={selected}
        onSelect={select}
        baseline={rows.find((row) => row?.id === state.base)}
        onBaseline={(id) => set({ base: id ?? null })}
        onOpen={(id) => router.push(`/runs/${encodeURIComponent(id)}`)}
        onSolo={(id) =>
          set(state.only.length === 1 && state.only[0] === id ? { only: null } : { only: [id] })
        }
        hoveredRun={hoveredRun}
        onToggleVisible={toggle}
        now={now}
        empty={total === 0 ? "No runs yet." : "No run matches."}
      />
      <BulkBar selected={selected} onClear={() => set({ select: null })} />
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

function hiddenOf(
  { hide, only }: { readonly hide: readonly string[]; readonly only: readonly string[] },
  found: number,
): number {
  if (only.length > 0) return Math.max(0, found - only.length);
  return hide.includes("*") ? found : Math.min(found, hide.length);
}
