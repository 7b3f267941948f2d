import { expect, test } from "vitest";
import { eventWords } from "./event-words.ts";
import { recounted } from "./recounted.ts";
import { statusParts } from "./status-parts.ts";
import { stopWords } from "./stop-words.ts";

/** As versions before this one stored them, with epochs and batches counted from 0. */
const stored = [
  [
    "val_auc had not improved on 0.8123 (epoch 3) for 3 epochs",
    "val_auc had not improved on 0.8123 (epoch 4) for 3 epochs",
  ],
  [
    "val_auc had not improved on 0.8 (epoch 9) by more than 0.01 for 1 epoch, and loss not on 0.4 for 3 epochs",
    "val_auc had not improved on 0.8 (epoch 10) by more than 0.01 for 1 epoch, and loss not on 0.4 for 3 epochs",
  ],
  [
    "val_loss had not improved on the baseline 0.5 for 3 epochs (best: 0.6 in epoch 0)",
    "val_loss had not improved on the baseline 0.5 for 3 epochs (best: 0.6 in epoch 1)",
  ],
  ["ana asked to stop after epoch 3", "ana asked to stop after epoch 4"],
  [
    "LearningRateScheduler: its schedule says so for epoch 3",
    "LearningRateScheduler: its schedule says so for epoch 4",
  ],
  [
    "the loss was NaN after batch 3 of epoch 0, after a loss of 4.5",
    "the loss was NaN after batch 4 of epoch 1, after a loss of 4.5",
  ],
  [
    "Error: TerminateOnNaN: the weight dense/kernel was NaN after batch 0 of epoch 12",
    "Error: TerminateOnNaN: the weight dense/kernel was NaN after batch 1 of epoch 13",
  ],
  [
    "EarlyStopping: monitor val_auc is not among the logs of epoch 9: loss. Epochs without it do not count",
    "EarlyStopping: monitor val_auc is not among the logs of epoch 10: loss. Epochs without it do not count",
  ],
  [
    "BackupAndRestore: training goes on at epoch 2, batch 5",
    "BackupAndRestore: training goes on at epoch 3, batch 6",
  ],
  ["Error: fit: interrupted before epoch 3", "Error: fit: interrupted before epoch 4"],
  [
    "Error: fit: interrupted after batch 2 of epoch 3",
    "Error: fit: interrupted after batch 3 of epoch 4",
  ],
] as const;

test.each(stored)("%s reads %s", (sentence, told) => {
  expect(recounted(sentence)).toBe(told);
});

test.each([
  "ended in epoch 3",
  "(epoch 3)",
  "restart at epoch 3 as epoch 3 was best",
  "after batch 3 of epoch 4 I went home",
  "saved to models/epoch-3-batch-2",
  "stopped after 3 of 9 batches",
])("what people wrote stays: %s", (sentence) => {
  expect(recounted(sentence)).toBe(sentence);
});

const [[reason, told]] = stored;
const old = { type: "stopped_early", epoch: 6, monitor: "val_auc", value: 0.7, reason } as const;

test("a stop that was stored as a sentence is told by people's count, wherever it is told", () => {
  expect(stopWords(old)).toBe(told);
  expect(eventWords(old)).toBe(`Stopped early: ${told}`);
  for (const conclusions of [{ stopped: old }, {}]) {
    const status = { state: "stopped_early", reason } as const;
    expect(statusParts({ status, conclusions }).reason).toBe(told);
  }
});

test("a stop is told from what its event says", () => {
  const now = {
    ...old,
    reason: "val_auc had not improved on 0.8123 for 3 epochs",
    waited: [{ monitor: "val_auc", best: 0.8123, bestEpoch: 3, wait: 3 }],
  };
  expect(eventWords(now)).toBe(`Stopped early: ${told}`);
  const status = { state: "stopped_early", reason: now.reason } as const;
  expect(statusParts({ status, conclusions: { stopped: now } }).reason).toBe(told);
  // Of an earlier segment only the sentence is left.
  expect(statusParts({ status, conclusions: {} }).reason).toBe(now.reason);
});

test("a learning rate and a warning are told by people's count, too", () => {
  const sentence = stored[4][0];
  expect(
    eventWords({ type: "learning_rate", epoch: 3, from: 0.1, to: 0.05, reason: sentence }),
  ).toBe(`Learning rate 0.1000 → 0.0500: ${stored[4][1]}`);
  expect(eventWords({ type: "warning", epoch: 9, message: stored[7][0] })).toBe(stored[7][1]);
});
