"use client";
import { bestRunWords, describeStatus, primaryMetric, statusParts } from "@epochal/conclusions";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { ownColor } from "../colors/own-color.ts";
import { useRun } from "../live/use-run.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { RunningChip } from "../ui/running-chip.tsx";
import { Toasts } from "../ui/toasts.tsx";
import { useNow } from "../ui/use-now.ts";
import type { RunContext } from "../wire/run-context.ts";
import type { ProjectData, RunView } from "../wire/run-json.ts";
import { CardPanel } from "./card-panel.tsx";
import { ChangedPanel } from "./changed-panel.tsx";
import { ConclusionLines } from "./conclusion-lines.tsx";
import { ConfigTable } from "./config-table.tsx";
import { endingWords } from "./ending-words.ts";
import { EventList } from "./event-list.tsx";
import { FailurePanel } from "./failure-panel.tsx";
import { HistogramsPanel } from "./histograms/histograms-panel.tsx";
import { Neighbours } from "./neighbours.tsx";
import { OutputPanel } from "./output-panel.tsx";
import { RepeatPanel } from "./repeat-panel.tsx";
import { RunCharts } from "./run-charts.tsx";
import { RunFacts } from "./run-facts.tsx";
import { RunKeeping } from "./run-keeping.tsx";
import { RunRequests } from "./run-requests.tsx";
import { SeriesTable } from "./series-table.tsx";
import { StatusText } from "./status-text.tsx";
import { VerdictLine } from "./verdict-line.tsx";

interface RunPageProps {
  readonly initial: ProjectData;
  readonly id: string;
  readonly context: RunContext;
  /** The query of the page of the list that one came from. */
  readonly from?: string | undefined;
}

/** One run: how it ended, what it was best at, and all it recorded. */
export function RunPage({ initial, id, context, from }: RunPageProps) {
  const run = useRun(id, initial);
  const now = useNow();
  useFresh(run?.status.state);
  if (run === undefined) return null;
  const color = ownColor(run.id);
  const primary = primaryMetric([run]);
  const { headline, remarks } = bestRunWords([run], primary, new Map());
  const list = `/projects/${encodeURIComponent(run.project)}`;
  const project = { name: run.project, href: from ? `${list}?${from}` : list };
  const status = describeStatus(run, now);
  const { reason } = statusParts(run);
  const histograms = run.leftOut?.histogram ?? 0;
  const hasFailed = run.status.state === "failed";
  const isEmpty = run.series.length === 0 && !mayGrow(run);
  return (
    <Toasts>
      <PageHeader crumbs={[project, { name: run.name }]}>
        <RunningChip running={run.status.state === "running" ? 1 : 0} />
      </PageHeader>
      <main id="content" className="mx-auto grid max-w-[1680px] grid-cols-1 gap-3 break-words p-4">
        <section
          aria-label="Verdict"
          className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card"
        >
          <div className="mb-1.5 flex flex-wrap items-center justify-between gap-2">
            <StatusText status={status} color={color} />
            <Neighbours neighbours={context.neighbours} from={from} />
          </div>
          <RunKeeping run={run} />
          <p className="mt-2.5 text-pretty font-semibold text-[15px] tracking-tight">
            {isEmpty ? "It recorded no values." : headline}
          </p>
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
          <RunRequests run={run} />
        </section>
        <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
          <div className="grid min-w-0 content-start gap-3 empty:hidden">
            <FailurePanel segments={run.segments} />
            {hasFailed && <OutputPanel events={run.events} />}
            <ChangedPanel context={context} />
          </div>
          <div className="grid min-w-0 content-start gap-3">
            {!isEmpty && <RunCharts run={run} primary={primary} color={color} />}
            {!isEmpty && <SeriesTable series={run.series} />}
            <EventList run={run} />
            {!hasFailed && <OutputPanel events={run.events} />}
            {histograms > 0 && <HistogramsPanel run={run.id} count={histograms} />}
          </div>
          <div className="grid min-w-0 content-start gap-3 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <ConfigTable config={run.config} />
            <RepeatPanel events={run.events} />
            <CardPanel events={run.events} />
          </div>
        </div>
      </main>
    </Toasts>
  );
}

function mayGrow({ status }: RunView): boolean {
  return status.state === "running" || status.state === "stalled";
}

/** What the run is compared with, and what its list is like, is read again when it ends. */
function useFresh(state: string | undefined): void {
  const router = useRouter();
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current !== state) router.refresh();
    shown.current = state;
  }, [state, router]);
}
