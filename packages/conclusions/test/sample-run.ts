import type { RunEvent } from "@epochal/record";
import type { SeriesSummary } from "../src/run-summary.ts";
import type { RunConclusions } from "../src/verdict/conclude.ts";
import { reachedOf } from "../src/verdict/reached-of.ts";
import type { JudgedRun } from "../src/words/best-run-words.ts";
import type { DatedRun } from "../src/words/describe-status.ts";
import { summaryOf } from "./curves.ts";

export interface SampleRun extends JudgedRun, DatedRun {
  readonly status: DatedRun["status"];
  readonly conclusions: RunConclusions;
}

interface Changes extends Partial<SampleRun> {
  readonly id: string;
  readonly events?: readonly { readonly at: number; readonly event: RunEvent }[];
}

/** A finished run to test with, with what `changes` says otherwise. */
export function sampleRun({ events = [], ...changes }: Changes): SampleRun {
  const { series = [] } = changes;
  const reached = reachedOf({ series, events: events.map(({ event }) => event) });
  return {
    name: `run ${changes.id}`,
    status: { state: "finished", lastSeenAt: 0 },
    startedAt: 0,
    endedAt: 60_000,
    conclusions: { disagreements: [], regrets: [], ...(reached && { reached }) },
    series,
    ...changes,
  };
}

/** The summary a store would give for these values, one an epoch; `kept` is the last one. */
export function sampleSeries(
  key: string,
  values: readonly number[],
  changes: Partial<SeriesSummary> = {},
): SeriesSummary {
  return { ...summaryOf(key, values), ...changes };
}
