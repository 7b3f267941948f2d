"use client";
import { formatCount } from "@epochal/conclusions";
import { Signal } from "@epochal/panel/charts";
import { useMemo, useState } from "react";
import { CardsView } from "../cards/cards-view.tsx";
import type { DrawnRun } from "../cards/drawn-run.ts";
import { fixedDirection } from "../cards/fixed-direction.ts";
import { JudgedBy } from "../cards/judged-by.tsx";
import { useFixedMetric } from "../cards/use-fixed-metric.ts";
import { projectAddress } from "../projects/project-address.ts";
import { useColumnLayout } from "../runs-table/use-column-layout.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { RunningChip } from "../ui/running-chip.tsx";
import { Toasts } from "../ui/toasts.tsx";
import { askedState, MOST_DRAWN } from "./compare-questions.ts";
import { GroupDifference } from "./group-difference.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { RunsPanel } from "./runs-panel.tsx";
import { serializeComparison } from "./search-params.ts";
import { useCompareModel } from "./use-compare-model.ts";
import { useCompareState } from "./use-compare-state.ts";
import { VerdictCard } from "./verdict-card.tsx";

/** The compare page of a project: its runs on the left, the answer and the charts on the right. */
export function CompareView({ project }: { readonly project: string }) {
  const compare = useCompareState();
  const { state, set, type } = compare;
  const [fixed, setFixed] = useFixedMetric(project);
  const columnLayout = useColumnLayout(project);
  const { width, layout } = columnLayout;
  const judging = useMemo(() => askedState(state, fixed), [state, fixed]);
  const model = useCompareModel(project, judging, layout.shown);
  const { drawn, table } = model;
  const verdict = model.verdict.data;
  const [hoveredRun] = useState(() => new Signal<string | undefined>(undefined));
  const { metric } = verdict ?? {};
  const cards = useMemo(() => fixedDirection(model.cards, judging), [model.cards, judging]);
  const note = model.groups ? undefined : noteOn(table.total ?? 0, drawn);
  return (
    <Toasts>
      <PageHeader crumbs={[{ name: project }]}>
        <RunningChip running={verdict?.running ?? 0} />
        <PageLink
          href={projectAddress(project, "parameters", { ...judging, better: judging.direction })}
          className="text-muted hover:text-text"
        >
          Parameters
        </PageLink>
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
        <div className="[grid-area:verdict] lg:px-4 lg:pt-3.5 lg:pb-1">
          {verdict === undefined && model.fault && (
            <section
              aria-label="Verdict"
              className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card"
            >
              <h1 className="font-semibold text-title">The filter cannot be read.</h1>
            </section>
          )}
          {verdict && (
            <VerdictCard
              verdict={verdict}
              where={state.where}
              ofGroups={model.groups?.answer?.headline}
              onWhere={(where) => set({ where: where === "" ? null : where })}
            >
              {model.groups?.answer && verdict.metric && (
                <GroupDifference
                  project={project}
                  state={state}
                  metric={verdict.metric.key}
                  direction={judging.direction}
                  answer={model.groups.answer}
                />
              )}
            </VerdictCard>
          )}
        </div>
        <div className="min-w-0 [grid-area:runs]">
          <RunsPanel
            project={project}
            model={model}
            compare={compare}
            columnLayout={columnLayout}
            hoveredRun={hoveredRun}
            help={<KeysDialog />}
            note={note}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-3 [grid-area:charts] lg:px-4 lg:pb-10">
          <CardsView
            {...{ project, state, set, hoveredRun }}
            drag={type}
            // Whoever is sent it has nothing fixed.
            address={() =>
              serializeComparison(window.location.origin + projectAddress(project), {
                ...judging,
                better: judging.direction ?? null,
              })
            }
            cards={cards}
            runs={drawn}
            traces={model.traces}
            groups={model.groups?.drawn}
            judged={
              <JudgedBy
                {...{ cards, metric, fixed }}
                said={judging.direction}
                onChoose={(key) => set({ metric: key === fixed?.key ? null : key, better: null })}
                onFix={(next) => {
                  setFixed(next);
                  // Whoever is sent the address has nothing fixed.
                  set({ metric: next?.key ?? null, better: next?.direction ?? null });
                }}
              />
            }
            empty={emptyWords(model)}
          />
        </div>
      </main>
    </Toasts>
  );
}

/** What stands in place of the charts. */
function emptyWords({ verdict, table, fault }: ReturnType<typeof useCompareModel>): string {
  if (fault !== undefined) return "Charts come back once the filter can be read.";
  if (verdict.data?.total === 0) return "Charts appear with the first epoch.";
  if (table.total === 0) return "The filter finds no run. Clear it to see all of them.";
  return "No run is shown. Show one in the table to see its curves.";
}

function noteOn(found: number, drawn: readonly DrawnRun[]): string | undefined {
  const grey = drawn.filter(({ context }) => context).length;
  const behind = grey > 0 ? `${drawn.length - grey} coloured, ${grey} grey` : undefined;
  if (drawn.length !== MOST_DRAWN || drawn.length >= found) return behind;
  const words = `best ${drawn.length} of ${formatCount(found)}`;
  return behind === undefined ? words : `${words}: ${behind}`;
}
