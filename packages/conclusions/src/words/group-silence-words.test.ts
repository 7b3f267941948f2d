import { expect, it } from "vitest";
import { groupSilenceWords } from "./group-silence-words.ts";

const facts = { metric: "val_auc", direction: "max", groups: 8, large: 8 } as const;

it.each([
  [{}, undefined],
  [{ groups: 0, large: 0 }, undefined],
  [{ groups: 1, large: 1 }, "All of these runs are in one group."],
  [{ large: 0 }, "None of 8 groups has 3 runs with a value: too few to tell chance from more."],
  [{ large: 1 }, "Only one of 8 groups has 3 runs with a value: too few to tell chance from more."],
  [{ direction: undefined }, "Nothing says which way val_auc is better, so no group is the best."],
  [
    { shared: 2 },
    "2 runs are in both of the best groups: whether these differ by more than chance cannot be told.",
  ],
] as const)("says why nothing is said: %o", (change, words) => {
  expect(groupSilenceWords({ ...facts, ...change })).toBe(words);
});
