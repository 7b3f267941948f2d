import { naturalOrder, type PrimaryMetric } from "@epochal/conclusions";
import type { SeriesDescription } from "@epochal/record";

/** One chart of the compare page: a metric with its training and validation series. */
export interface MetricCard {
  readonly id: string;
  readonly title: string;
  readonly metric: string;
  readonly kind: SeriesDescription["kind"];
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

/** The charts that series of these keys make: losses before metrics, both by name. */
export function metricCards(
  all: readonly (SeriesDescription & { readonly key: string })[],
  primary: PrimaryMetric | undefined,
): CardSections {
  const cards = new Map<string, MetricCard>();
  for (const { metric, kind, per, direction, split, key } of all) {
    const id = `${per}:${metric}`;
    const title = per === "batch" ? `${metric} per batch` : metric;
    const known = cards.get(id) ?? { id, title, metric, kind, per };
    cards.set(id, { ...known, ...(direction && { direction }), [split]: known[split] ?? key });
  }
  const sorted = [...cards.values()].sort(
    (a, b) => rank(a) - rank(b) || naturalOrder(a.title, b.title),
  );
  const first = sorted.find(
    ({ train, validation }) => primary && (validation === primary.key || train === primary.key),
  );
  const judging = sorted.filter(
    (card) => card !== first && (card.kind === "loss" || card.kind === "metric"),
  );
  return {
    ...(first && { primary: first }),
    epoch: judging.filter(({ per }) => per === "epoch"),
    batch: judging.filter(({ per }) => per === "batch"),
    rates: sorted.filter(({ kind }) => kind === "learning_rate"),
    machine: sorted.filter(({ kind }) => kind === "system"),
  };
}

const rank = ({ kind }: MetricCard) => (kind === "loss" ? 0 : 1);

/** The keys by which the best runs of the cards are marked: of validation where there is any. */
export function judgedKeys({ primary, epoch }: CardSections): readonly string[] {
  return [...(primary ? [primary] : []), ...epoch].flatMap(
    ({ validation, train }) => validation ?? train ?? [],
  );
}

/** The keys of its series, as they are drawn: a learning rate, and what the machine did, are measured on no split. */
export function splitsOf({
  kind,
  train,
  validation,
}: Pick<MetricCard, "kind" | "train" | "validation">): {
  readonly train?: string;
  readonly validation?: string;
  readonly single?: string;
} {
  if (kind === "loss" || kind === "metric") {
    return {
      ...(train !== undefined && { train }),
      ...(validation !== undefined && { validation }),
    };
  }
  const single = validation ?? train;
  return single === undefined ? {} : { single };
}

/** What there is of a card's series, by the splits they are drawn as. */
export function seriesOf<Series>(
  card: Pick<MetricCard, "kind" | "train" | "validation">,
  read: (key: string) => Series | undefined,
): { readonly train?: Series; readonly validation?: Series; readonly single?: Series } {
  const found = Object.entries(splitsOf(card)).map(([split, key]) => [split, read(key)]);
  return Object.fromEntries(found.filter(([, series]) => series !== undefined));
}

export const keysOf = ({ train, validation }: MetricCard): readonly string[] =>
  [train, validation].filter((key) => key !== undefined);

/** All cards, in the order of the page. */
export const allCards = ({ primary, ...rest }: CardSections): readonly MetricCard[] => [
  ...(primary ? [primary] : []),
  ...rest.epoch,
  ...rest.batch,
  ...rest.rates,
  ...rest.machine,
];
