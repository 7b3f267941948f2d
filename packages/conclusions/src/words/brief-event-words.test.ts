import type { RunEvent } from "@epochal/record";
import { expect, test } from "vitest";
import { briefEventWords } from "./brief-event-words.ts";

test.each<[RunEvent, string | undefined]>([
  [
    { type: "learning_rate", epoch: 4, from: 0.01, to: 0.001, reason: "a plateau" },
    "learning rate cut to 0.001",
  ],
  [
    { type: "learning_rate", epoch: 0, from: 0.001, to: 0.01, reason: "warm-up" },
    "learning rate raised to 0.01",
  ],
  [
    { type: "checkpoint", epoch: 3, path: "file://model", monitor: "val_auc", value: 0.9 },
    "saved, val_auc 0.9000",
  ],
  [{ type: "checkpoint", epoch: 3, path: "file://model" }, undefined],
  [
    { type: "weights_restored", epoch: 5, monitor: "val_auc", value: 0.9 },
    "weights of epoch 6 kept, val_auc 0.9000",
  ],
  [{ type: "note", by: "Ada", text: "a note" } as RunEvent, undefined],
])("%o is %s", (event, words) => {
  expect(briefEventWords(event)).toBe(words);
});
