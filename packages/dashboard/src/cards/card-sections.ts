import type { CardSections, MetricCard } from "@epochal/panel/charts";

/** A part of the page with cards under a heading. */
export interface CardSection {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly MetricCard[];
  /** Whether it is folded until somebody opens it. */
  readonly isFolded: boolean;
}

interface CardSectionsArgs {
  readonly cards: CardSections;
  /** Words that the name of a card must contain. */
  readonly search: string;
  /** Ids of the cards that come first. */
  readonly pinned: readonly string[];
}

/** With more cards than these, only the first section is open. */
const MANY = 12;
/** So many metrics with a common beginning make a section, where there are many. */
const ALIKE = 4;

/** The cards below the primary one, in sections: the pinned ones, metrics by what their names begin with, batches, learning rates, the machine. */
export function cardSections({ cards, search, pinned }: CardSectionsArgs): readonly CardSection[] {
  const all = [...cards.epoch, ...cards.batch, ...cards.rates, ...cards.machine];
  const isFound = matches(search);
  const isPinned = new Set(pinned);
  const left = (list: readonly MetricCard[]) =>
    list.filter((card) => isFound(card) && !isPinned.has(card.id));
  const first = pinned.flatMap((id) => all.find((card) => card.id === id) ?? []).filter(isFound);
  const prefixes = prefixesOf(cards.epoch);
  const byPrefix = new Map<string, MetricCard[]>();
  for (const card of left(cards.epoch)) {
    const prefix = prefixes.get(card.id) ?? "";
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), card]);
  }
  const metrics = [...byPrefix].sort(([a], [b]) => (a === "" ? -1 : b === "" ? 1 : a < b ? -1 : 1));
  const sections = [
    { id: "pinned", title: "Pinned", cards: first },
    ...metrics.map(([prefix, own]) => ({
      id: `metrics:${prefix}`,
      title: prefix === "" ? "Metrics" : prefix,
      cards: own,
    })),
    { id: "batch", title: "Per batch", cards: left(cards.batch) },
    { id: "rates", title: "Learning rate", cards: left(cards.rates) },
    { id: "machine", title: "Time, memory and tracking", cards: left(cards.machine) },
  ].filter((section) => section.cards.length > 0);
  const isMany = all.length > MANY;
  const open = sections.find(({ id }) => id !== "pinned")?.id;
  return sections.map((section) => ({
    ...section,
    isFolded:
      search.trim() === "" &&
      (section.id === "machine" || (isMany && section.id !== "pinned" && section.id !== open)),
  }));
}

/** Whether a card's name or one of its keys contains all of these words. */
export function matches(search: string): (card: MetricCard) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ title, train = "", validation = "" }) => {
    const text = `${title} ${train} ${validation}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/** What the names of cards begin with: `head` of `head/auc`; of many without a slash, `recall` of `recall_3` where several begin so. */
function prefixesOf(cards: readonly MetricCard[]): ReadonlyMap<string, string> {
  const starts = new Map<string, number>();
  const startOf = ({ metric }: MetricCard) => metric.split("_")[0] ?? metric;
  for (const card of cards) starts.set(startOf(card), (starts.get(startOf(card)) ?? 0) + 1);
  return new Map(
    cards.flatMap((card): [string, string][] => {
      const slash = card.metric.indexOf("/");
      if (slash > 0) return [[card.id, card.metric.slice(0, slash)]];
      const start = startOf(card);
      const isAlike = cards.length > MANY && (starts.get(start) ?? 0) >= ALIKE;
      return isAlike ? [[card.id, start]] : [];
    }),
  );
}
