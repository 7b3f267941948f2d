import { conclude } from "@epochal/conclusions";
import type { SeriesSummary } from "@epochal/store";
import type { ListedRun } from "../src/runs-table/listed-run.ts";

/** A finished run of one project, in which the test changes what it is about. */
export function exampleRun(changes: Partial<ListedRun> = {}): ListedRun {
  const { series = [] } = changes;
  const { reached } = conclude({ series, events: [], curves: new Map() });
  const startedAt = new Date(2026, 4, 1, 9, 5);
  return {
    id: "r1",
    project: "birds",
    name: "small net",
    config: {},
    tags: [],
    notes: "",
    status: { state: "finished", lastSeenAt: startedAt },
    startedAt,
    endedAt: new Date(startedAt.getTime() + 4200),
    durationMs: 4200,
    resumed: 0,
    host: "here",
    series: [],
    conclusions: { disagreements: [], regrets: [], ...(reached && { reached }) },
    ...changes,
  };
}

/** A validation metric of which more is better. */
export function exampleSeries(changes: Partial<SeriesSummary> = {}): SeriesSummary {
  return {
    key: "val_auc",
    metric: "auc",
    split: "validation",
    kind: "metric",
    direction: "max",
    per: "epoch",
    count: 10,
    best: { value: 0.8123, step: 3, epoch: 3 },
    kept: { value: 0.79, step: 9, epoch: 9 },
    nonFinite: 0,
    ...changes,
  };
}
