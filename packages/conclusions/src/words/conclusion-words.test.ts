import { expect, test } from "vitest";
import { conclusionWords } from "./conclusion-words.ts";

const place = (epoch: number) => ({ epoch, loss: 1, metric: 1 });
const conclusions = {
  gap: { key: "val_loss", last: 0.1, from: 7 },
  plateau: { key: "val_loss", from: 9, epochs: 8 },
  disagreements: [
    { key: "val_auc", agreement: 0.5, from: 5, bestByLoss: place(4), bestByMetric: place(9) },
    { key: "val_acc", agreement: 1, bestByLoss: place(4), bestByMetric: place(4) },
  ],
  regrets: [],
  cost: { ms: 12, trainingMs: 4000, share: 0.003 },
};

test("each conclusion is a sentence, and what agrees is not worth one", () => {
  expect(conclusionWords(conclusions)).toEqual([
    "The gap to training grows from epoch 8 on.",
    "val_loss is flat from epoch 10 on, for 8 epochs.",
    "Loss and metrics disagree: by loss epoch 5 was best, by val_auc epoch 10.",
    "Tracking cost 0.3 % of the training: 12 ms of 4 s.",
  ]);
});

test("of numbers that broke only the cost is told", () => {
  const verdict = { rule: "diverged", words: "diverged", evidence: "" } as const;
  expect(conclusionWords({ ...conclusions, verdict })).toHaveLength(1);
});
