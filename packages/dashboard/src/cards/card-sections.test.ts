import type { CardSections, MetricCard } from "@epochal/panel/charts";
import { expect, test } from "vitest";
import { cardSections } from "./card-sections.ts";

const card = (metric: string, changes: Partial<MetricCard> = {}): MetricCard => ({
  ...{ id: `epoch:${metric}`, title: metric, metric, kind: "metric", per: "epoch" },
  validation: `val_${metric}`,
  ...changes,
});
const none: CardSections = { epoch: [], batch: [], rates: [], machine: [] };
const brief = (sections: ReturnType<typeof cardSections>) =>
  sections.map(({ title, cards, isFolded }) =>
    [title, ...cards.map((each) => each.title), ...(isFolded ? ["folded"] : [])].join(" "),
  );

test("metrics stand by what their names begin with, the pinned ones first", () => {
  const cards = {
    ...none,
    epoch: ["loss", "head/auc", "head/loss", "tail/auc"].map((name) => card(name)),
    rates: [card("learning_rate", { kind: "learning_rate" })],
    machine: [card("epoch_seconds", { kind: "system" })],
  };
  expect(brief(cardSections({ cards, search: "", pinned: ["epoch:tail/auc"] }))).toEqual([
    "Pinned tail/auc",
    "Metrics loss",
    "head head/auc head/loss",
    "Learning rate learning_rate",
    "Time, memory and tracking epoch_seconds folded",
  ]);
});

test("of many, one section is open", () => {
  const names = Array.from({ length: 20 }, (_, i) => `recall_${i}`);
  const cards = { ...none, epoch: ["auc", "loss", ...names].map((name) => card(name)) };
  const sections = cardSections({ cards, search: "", pinned: [] });
  expect(sections.map(({ title, cards: own, isFolded }) => [title, own.length, isFolded])).toEqual([
    ["Metrics", 2, false],
    ["recall", 20, true],
  ]);
});

test("a search finds all of its words in a name or a key, and opens what it finds", () => {
  const cards = {
    ...none,
    epoch: [card("auc"), card("loss")],
    machine: [card("epoch_seconds", { kind: "system" })],
  };
  const found = (search: string) => brief(cardSections({ cards, search, pinned: [] }));
  expect(found("VAL auc")).toEqual(["Metrics auc"]);
  expect(found("seconds")).toEqual(["Time, memory and tracking epoch_seconds"]);
  expect(found("nothing")).toEqual([]);
});
