import type { PrimaryMetric } from "@epochal/conclusions";
import type { SeriesSummary } from "@epochal/store";
import type { RunView } from "../wire/run-json.ts";

/** One chart of the compare page: a metric with its training and validation series. */
export interface MetricCard {
  readonly id: string;
  readonly title: string;
  readonly metric: string;
  readonly kind: SeriesSummary["kind"];
  readonly per: "epoch" | "batch";
  readonly direction?: "max" | "min";
  readonly train?: string;
  readonly validation?: string;
}

export interface CardSections {
  /** The metric the runs are judged by. */
  readonly primary?: MetricCard;
  /** Once an epoch. */
  readonly epoch: readonly MetricCard[];
  /** Once a batch. */
  readonly batch: readonly MetricCard[];
  readonly rates: readonly MetricCard[];
  /** What the machine did: time, memory, what tracking cost. */
  readonly machine: readonly MetricCard[];
}

/** The charts the series of these runs make: losses before metrics, both by name. */
export function metricCards(
  runs: readonly RunView[],
  primary: PrimaryMetric | undefined,
): CardSections {
  const cards = new Map<string, MetricCard>();
  for (const series of runs.flatMap((run) => run.series)) {
    const { metric, kind, per, direction, split, key } = series;
    const id = `${per}:${metric}`;
    const title = per === "batch" ? `${metric} per batch` : metric;
    const known = cards.get(id) ?? { id, title, metric, kind, per };
    cards.set(id, { ...known, ...(direction && { direction }), [split]: known[split] ?? key });
  }
  const all = [...cards.values()].sort((a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : 1));
  const first = all.find(
    ({ train, validation }) => primary && (validation === primary.key || train === primary.key),
  );
  const judging = all.filter(
    (card) => card !== first && (card.kind === "loss" || card.kind === "metric"),
  );
  return {
    ...(first && { primary: first }),
    epoch: judging.filter(({ per }) => per === "epoch"),
    batch: judging.filter(({ per }) => per === "batch"),
    rates: all.filter(({ kind }) => kind === "learning_rate"),
    machine: all.filter(({ kind }) => kind === "system"),
  };
}

const rank = ({ kind }: MetricCard) => (kind === "loss" ? 0 : 1);
