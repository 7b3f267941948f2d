import type { EarlyStoppingEvent } from "@epochal/record";
import { expect, test } from "vitest";
import { earlyStoppingWords } from "./early-stopping-words.ts";

const seen = (epoch: number, wait: number): EarlyStoppingEvent => ({
  type: "early_stopping",
  epoch,
  monitor: "val_auc",
  mode: "max",
  value: 0.88,
  best: 0.9,
  bestEpoch: epoch - wait,
  minDelta: 0,
  wait,
  patience: 3,
  improved: wait === 0,
});
const stopped = {
  type: "stopped_early",
  epoch: 8,
  monitor: "val_auc",
  value: 0.88,
  reason: "",
} as const;

test("a stop is told with the value that was not beaten", () => {
  expect(earlyStoppingWords([seen(5, 0), seen(6, 1), seen(7, 2), seen(8, 3)], stopped)).toBe(
    "Stopped after epoch 9: val_auc had not improved on 0.9000 (epoch 6) for 3 epochs, the patience was 3.",
  );
});

test("a run that went on says how near it came", () => {
  expect(earlyStoppingWords([seen(5, 0), seen(6, 1), seen(7, 2), seen(8, 0)], undefined)).toBe(
    "Never stopped: at most 2 of 3 epochs passed without val_auc improving (epoch 8).",
  );
});

test("a run that always improved, and an empty trace", () => {
  expect(earlyStoppingWords([seen(0, 0), seen(1, 0)], undefined)).toBe(
    "val_auc improved in every epoch; the patience is 3.",
  );
  expect(earlyStoppingWords([], undefined)).toBe("");
});
