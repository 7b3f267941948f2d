import { expect, it } from "vitest";
import { bestGroupWords } from "./best-group-words.ts";

it("names the group, its mean and of how many runs it is", () => {
  const group = { name: "lr 0.01, 64 units", mean: 0.909_64, n: 25, key: "val_auc", of: 8 };
  expect(bestGroupWords(group)).toBe(
    "Best of 8 groups: lr 0.01, 64 units, val_auc 0.9096 on average of 25 runs.",
  );
  expect(bestGroupWords({ ...group, n: 1, of: 1 })).toBe(
    "The only group: lr 0.01, 64 units, val_auc 0.9096 in its only run.",
  );
});
