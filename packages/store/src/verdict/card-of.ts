import type { RunCard, RunEvent } from "@epochal/callbacks";

/** A run's card, from its events. Of what several trainings of one run say, the first counts. */
export function cardOf(events: readonly RunEvent[]): RunCard {
  let card: RunCard = {};
  for (const event of events) {
    if (event.type !== "card") continue;
    const versions = { ...event.card.versions, ...card.versions };
    card = { ...event.card, ...card, ...(Object.keys(versions).length > 0 && { versions }) };
  }
  return card;
}
