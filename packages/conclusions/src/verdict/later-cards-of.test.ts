import type { RunEvent } from "@epochal/record";
import { expect, it } from "vitest";
import { cardOf } from "./card-of.ts";
import { laterCardsOf } from "./later-cards-of.ts";

it("the first fit's card is the run's, and of later ones there is what has changed", () => {
  const events: RunEvent[] = [
    { type: "card", card: { fit: { epochs: 5 }, weights: { hash: "a" } } },
    { type: "card", fit: 1, card: { fit: { epochs: 3 } } },
    { type: "card", fit: 2, card: { weights: 3 as never } },
  ];
  expect(cardOf(events)).toEqual({ fit: { epochs: 5 }, weights: { hash: "a" } });
  expect(laterCardsOf(events)).toEqual([{ fit: 1, card: { fit: { epochs: 3 } } }]);
});
