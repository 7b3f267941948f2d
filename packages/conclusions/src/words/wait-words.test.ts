import { expect, test } from "vitest";
import { waitWords } from "./wait-words.ts";

const waited = { monitor: "val_auc", best: 0.9, bestEpoch: 6, wait: 3 };

test.each([
  [waited, "val_auc had not improved on 0.9000 (epoch 7) for 3 epochs"],
  [
    { ...waited, wait: 1, minDelta: 0.01 },
    "val_auc had not improved on 0.9000 (epoch 7) by more than 0.0100 for 1 epoch",
  ],
  [
    { ...waited, baseline: 0.95 },
    "val_auc had not improved on the baseline 0.9500 for 3 epochs (best: 0.9000 in epoch 7)",
  ],
  [{ monitor: "val_auc", wait: 3 }, "val_auc had had no finite value for 3 epochs"],
  [{ monitor: "val_auc", best: 0.9, wait: 3 }, "val_auc had not improved on 0.9000 for 3 epochs"],
])("%o", (value, words) => {
  expect(waitWords([value])).toBe(words);
});

test("several values are told one after the other", () => {
  expect(waitWords([waited, { monitor: "loss", best: 0.4, bestEpoch: 4, wait: 5 }])).toBe(
    "val_auc had not improved on 0.9000 (epoch 7) for 3 epochs, and loss had not improved on 0.4000 (epoch 5) for 5 epochs",
  );
});
