import type { CardSections, MetricCard } from "@epochal/panel/charts";
import { cardSections } from "./card-sections.ts";

/** So many cards below the primary one are within a window of a usual size. */
const IN_WINDOW = 4;

/** The cards that a page shows first. They are drawn at once, and their points are on their way before the page has come. */
export function firstCards(cards: CardSections): readonly MetricCard[] {
  const open = cardSections({ cards, search: "", pinned: [] }).find(({ isFolded }) => !isFolded);
  return [...(cards.primary ? [cards.primary] : []), ...(open?.cards ?? []).slice(0, IN_WINDOW)];
}
