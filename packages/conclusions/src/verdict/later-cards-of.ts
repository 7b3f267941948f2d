import type { RunCard, RunEvent } from "@epochal/record";
import { soundCard } from "./sound-card.ts";

/** What a fit after the first one was like, where that differs from the fit before. */
export interface LaterCard {
  /** Counted from 0, so never 0. */
  readonly fit: number;
  readonly card: RunCard;
}

/** The cards of a run's later fits. A fit that was like the one before it has none. */
export function laterCardsOf(events: readonly RunEvent[]): LaterCard[] {
  return events.flatMap((event) => {
    if (event?.type !== "card" || !Number.isInteger(event.fit) || !(Number(event.fit) > 0))
      return [];
    const card = soundCard(event.card);
    return Object.keys(card).length === 0 ? [] : [{ fit: Number(event.fit), card }];
  });
}
