import type { CardSections } from "@epochal/panel/charts";

/** By which series runs are judged, and which way a person said is better. */
export interface SaidDirection {
  readonly metric: string | null;
  readonly direction?: "max" | "min";
}

/** The direction that a person said counts more than the one that was recorded. */
export function fixedDirection(
  cards: CardSections,
  { metric, direction }: SaidDirection,
): CardSections {
  const { primary } = cards;
  if (direction === undefined || primary === undefined) return cards;
  if (metric !== primary.validation && metric !== primary.train) return cards;
  return { ...cards, primary: { ...primary, direction } };
}
