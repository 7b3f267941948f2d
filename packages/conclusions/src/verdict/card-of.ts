import type { RunCard, RunEvent } from "@epochal/record";
import { soundCard } from "./sound-card.ts";

/** A run's card, from its events. Where several trainings of a run say the same part, the first one counts. Parts that cannot be read are left out. */
export function cardOf(events: readonly RunEvent[]): RunCard {
  let card: RunCard = {};
  for (const event of events) {
    if (event?.type !== "card") continue;
    const next = soundCard(event.card);
    const versions = { ...next.versions, ...card.versions };
    card = { ...next, ...card, ...(Object.keys(versions).length > 0 && { versions }) };
  }
  return card;
}
