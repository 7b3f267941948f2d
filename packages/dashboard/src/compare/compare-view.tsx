"use client";
import { formatCount } from "@epochal/conclusions";
import { useMemo, useState } from "react";
import { Signal } from "../charts/signal.ts";
import { runPalette } from "../colors/run-palette.ts";
import type { KnownMetric } from "../runs-table/all-columns.ts";
import { useColumnLayout } from "../runs-table/use-column-layout.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { RunningChip } from "../ui/running-chip.tsx";
import { Toasts } from "../ui/toasts.tsx";
import type { RunView } from "../wire/run-json.ts";
import { ChartSections } from "./chart-sections.tsx";
import type { ComparisonData } from "./comparison-data.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import type { ChartContext } from "./metric-card-chart.tsx";
import { metricCards } from "./metric-cards.ts";
import { RunsPanel } from "./runs-panel.tsx";
import { ToolsBar } from "./tools-bar.tsx";
import { useCompareModel } from "./use-compare-model.ts";
import { useCompareState } from "./use-compare-state.ts";
import { VerdictCard } from "./verdict-card.tsx";

/** The compare page of a project: its runs on the left, the answer and the charts on the right. */
export function CompareView({ initial }: { readonly initial: ComparisonData }) {
  const { state, set, toggle } = useCompareState();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const model = useCompareModel(initial, state, selected);
  const columnLayout = useColumnLayout(initial.project);
  const { width } = columnLayout;
  const { title, view, names, colors, rows, drawn, series, now } = model;
  const { primary } = view;
  const [hoveredRun] = useState(() => new Signal<string | undefined>(undefined));

  const cards = useMemo(() => metricCards(drawn, primary), [drawn, primary]);
  const context: ChartContext = useMemo(
    () => ({ runs: drawn, series, names, colors, xAxis: state.x, scale: state.scale, hoveredRun }),
    [drawn, series, names, colors, state.x, state.scale, hoveredRun],
  );
  const note = noteOn(view.shown, drawn.length);
  return (
    <Toasts>
      <PageHeader crumbs={[{ name: title }]}>
        <RunningChip running={view.running} />
      </PageHeader>
      <main
        id="content"
        // Only the browser knows it, so no server writes this style.
        style={
          width === undefined
            ? undefined
            : ({ "--table-width": `${width}px` } as React.CSSProperties)
        }
        className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 p-3 [grid-template-areas:'verdict''runs''charts'] lg:grid-cols-[min(var(--table-width,clamp(380px,37.5vw,540px)),calc(100vw-24px))_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:gap-0 lg:p-0 lg:[grid-template-areas:'runs_verdict''runs_charts']"
      >
        <div className="[grid-area:verdict] lg:px-4 lg:pt-3.5 lg:pb-3">
          <VerdictCard
            view={view}
            search={state.q}
            onSearch={(q) => set({ q: q === "" ? null : q })}
          />
        </div>
        <div className="min-w-0 [grid-area:runs]">
          <RunsPanel
            rows={rows}
            view={view}
            metrics={metricsOf(drawn)}
            selected={selected}
            onSelect={setSelected}
            columnLayout={columnLayout}
            now={now}
            hoveredRun={hoveredRun}
            onToggle={toggle}
            state={state}
            set={set}
            help={<KeysDialog />}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-3 [grid-area:charts] lg:px-4 lg:pb-10">
          <ToolsBar state={state} set={set} view={view} note={note} />
          {drawn.length > 0 ? (
            <ChartSections cards={cards} context={context} />
          ) : (
            <p className="rounded-card border border-line bg-surface px-4 py-12 text-center text-muted">
              {view.total === 0
                ? "Charts appear with the first epoch."
                : "No run is shown. Show one in the table to see its curves."}
            </p>
          )}
        </div>
      </main>
    </Toasts>
  );
}

function noteOn(shown: number, drawn: number): string | undefined {
  if (drawn < shown) return `the best ${drawn} of ${formatCount(shown)} runs are drawn`;
  if (shown > runPalette.length) return `the best ${runPalette.length} runs are coloured`;
  return undefined;
}

/** The metrics that these runs have logged, each once. */
function metricsOf(runs: readonly RunView[]): readonly KnownMetric[] {
  const byKey = new Map(runs.flatMap(({ series }) => series.map((one) => [one.key, one] as const)));
  return [...byKey.values()].map(({ key, direction }) => ({
    key,
    ...(direction && { direction }),
  }));
}
