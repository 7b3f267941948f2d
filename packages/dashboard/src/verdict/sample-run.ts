import { conclude } from "@epochal/conclusions";
import type { SeriesSummary } from "@epochal/store";
import type { RunView } from "../data/run-json.ts";

/** A finished run to test with, with what `changes` says otherwise. */
export function sampleRun(changes: Partial<RunView> & { readonly id: string }): RunView {
  const { series = [], events = [] } = changes;
  const told = events.map(({ event }) => event);
  const { reached } = conclude({ series, events: told, curves: new Map() });
  return {
    project: "birds",
    place: 0,
    name: `run ${changes.id}`,
    config: {},
    tags: [],
    notes: "",
    status: { state: "finished", lastSeenAt: 0 },
    startedAt: 0,
    endedAt: 60_000,
    durationMs: 60_000,
    host: "here",
    resumed: 0,
    segments: [],
    requests: [],
    conclusions: { disagreements: [], regrets: [], ...(reached && { reached }) },
    series: [],
    events: [],
    ...changes,
  };
}

/** The summary a store would give for these values, one an epoch; `kept` is the last one. */
export function sampleSeries(
  key: string,
  values: readonly number[],
  changes: Partial<SeriesSummary> = {},
): SeriesSummary {
  const metric = key.replace(/^val_/, "");
  const direction = metric === "loss" ? "min" : "max";
  const all = values.map((value, epoch) => ({ value, step: epoch, epoch }));
  const finite = all.filter(({ value }) => Number.isFinite(value));
  const best = [...finite].sort((a, b) =>
    direction === "min" ? a.value - b.value : b.value - a.value,
  )[0];
  const bad = all.find(({ value }) => !Number.isFinite(value));
  const last = all.at(-1);
  return {
    key,
    metric,
    split: key.startsWith("val_") ? "validation" : "train",
    kind: metric === "loss" ? "loss" : "metric",
    direction,
    per: "epoch",
    count: all.length,
    nonFinite: all.length - finite.length,
    ...(last && { last, kept: last }),
    ...(best && { best }),
    ...(bad && { firstNonFinite: bad }),
    ...changes,
  };
}
