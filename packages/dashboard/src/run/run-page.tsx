"use client";
import { bestRunWords, describeStatus, primaryMetric, statusParts } from "@epochal/conclusions";
import { colorAt } from "../colors/color-at.ts";
import { useNow } from "../compare/use-now.ts";
import { useProject } from "../data/use-project.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { RunningChip } from "../ui/running-chip.tsx";
import type { ProjectData, RunView } from "../wire/run-json.ts";
import { CardPanel } from "./card-panel.tsx";
import { ConclusionLines } from "./conclusion-lines.tsx";
import { ConfigTable } from "./config-table.tsx";
import { endingWords } from "./ending-words.ts";
import { EventList } from "./event-list.tsx";
import { RunCharts } from "./run-charts.tsx";
import { RunControls } from "./run-controls.tsx";
import { RunFacts } from "./run-facts.tsx";
import { SeriesTable } from "./series-table.tsx";
import { StatusText } from "./status-text.tsx";
import { VerdictLine } from "./verdict-line.tsx";

/** One run: how it ended, what it was best at, and all it recorded. */
export function RunPage({ initial, id }: { initial: ProjectData; id: string }) {
  const { runs } = useProject(initial, true);
  const run = runs.find((candidate) => candidate.id === id);
  const now = useNow();
  if (run === undefined) return null;
  const color = colorAt(run.place);
  const primary = primaryMetric([run]);
  const { headline, remarks } = bestRunWords([run], primary, new Map());
  const project = { name: run.project, href: `/projects/${encodeURIComponent(run.project)}` };
  const status = describeStatus(run, now);
  const { reason } = statusParts(run);
  const isEmpty = run.series.length === 0 && !mayGrow(run);
  return (
    <>
      <PageHeader crumbs={[project, { name: run.name }]}>
        <RunningChip running={run.status.state === "running" ? 1 : 0} />
      </PageHeader>
      <main id="content" className="mx-auto grid max-w-[1280px] grid-cols-1 gap-3 p-4">
        <section
          aria-label="Verdict"
          className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card"
        >
          <StatusText status={status} color={color} />
          <h1 className="mt-1.5 font-semibold text-title tracking-tight">
            {isEmpty ? "It recorded no values." : headline}
          </h1>
          {remarks.map((remark) => (
            <p key={remark} className="text-muted">
              {remark}
            </p>
          ))}
          {reason && !status.text.includes(reason) && (
            <p className="break-words text-muted">{endingWords({ ...run.status, reason })}</p>
          )}
          {run.conclusions.verdict && <VerdictLine verdict={run.conclusions.verdict} />}
          <ConclusionLines conclusions={run.conclusions} />
          <RunFacts run={run} now={now} />
          <RunControls run={run} />
        </section>
        {!isEmpty && <RunCharts run={run} primary={primary} color={color} />}
        <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-2">
          <div className="grid min-w-0 content-start gap-3">
            {!isEmpty && <SeriesTable series={run.series} />}
            <EventList run={run} />
          </div>
          <div className="grid min-w-0 content-start gap-3">
            <ConfigTable config={run.config} />
            <CardPanel events={run.events} />
          </div>
        </div>
      </main>
    </>
  );
}

function mayGrow({ status }: RunView): boolean {
  return status.state === "running" || status.state === "stalled";
}
