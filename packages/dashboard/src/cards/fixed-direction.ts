import type { CardSections } from "./metric-cards.ts";
import type { FixedMetric } from "./use-fixed-metric.ts";

/** The direction that a person fixed counts more than the one that was recorded. */
export function fixedDirection(cards: CardSections, fixed: FixedMetric | undefined): CardSections {
  const { primary } = cards;
  if (fixed?.direction === undefined || primary === undefined) return cards;
  if (fixed.key !== primary.validation && fixed.key !== primary.train) return cards;
  return { ...cards, primary: { ...primary, direction: fixed.direction } };
}
