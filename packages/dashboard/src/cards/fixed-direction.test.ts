import type { CardSections } from "@epochal/panel/charts";
import { expect, test } from "vitest";
import { fixedDirection } from "./fixed-direction.ts";

const primary = {
  ...({ id: "epoch:score", title: "score", metric: "score", kind: "metric" } as const),
  ...({ per: "epoch", validation: "val_score" } as const),
};
const cards: CardSections = { primary, epoch: [], batch: [], rates: [], machine: [] };

test("a metric that nobody knows has the direction that somebody said", () => {
  expect(fixedDirection(cards, { metric: "val_score", direction: "max" }).primary).toEqual({
    ...primary,
    direction: "max",
  });
});

test("a direction of another metric, or none, changes nothing", () => {
  expect(fixedDirection(cards, { metric: "val_loss", direction: "min" })).toBe(cards);
  expect(fixedDirection(cards, { metric: "val_score" })).toBe(cards);
  expect(fixedDirection(cards, { metric: null })).toBe(cards);
});
