// Runs with many metrics and many batches: what the cards of the compare page are for.
import { openStore } from "@epochal/store";

const EPOCHS = 4;
const BATCH_MS = 100;
export const BATCHES = 6000;
/** Metrics that are called `recall_0`, `recall_1` and so on. */
export const RECALLS = 56;

const batchLoss = {
  metric: "loss",
  split: "train",
  kind: "loss",
  direction: "min",
  per: "batch",
} as const;

/** Writes three runs of the project `cards`, the second of which is the best; of each batch its whole epoch is logged. */
export async function seedCards(location: string): Promise<void> {
  const store = await openStore(location);
  for (const [n, top] of [0.8, 0.9, 0.7].entries()) {
    const startedAt = Date.now() - (4 - n) * 3_600_000;
    const run = await store.startRun({
      ...{ project: "cards", name: `run ${n + 1}`, config: { n }, startedAt },
    });
    run.describe({ batch_loss: batchLoss });
    for (let step = 0; step < BATCHES; step++) {
      const epoch = Math.floor((step * EPOCHS) / BATCHES);
      const loss = Math.exp((-3 * step) / BATCHES) + 0.05 * ((step * 7919) % 13) * 0.1 + n * 0.01;
      run.log({ batch_loss: loss }, { step, epoch, at: startedAt + (step + 1) * BATCH_MS });
    }
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      const reached = (epoch + 1) / EPOCHS;
      const values: Record<string, number> = {
        ...{ loss: 1 - reached * 0.5, val_loss: 1.1 - reached * 0.5 },
        ...{ auc: top * reached + 0.05, val_auc: top * reached, applause: n + reached },
        learning_rate: epoch < 2 ? 0.01 : 0.001,
      };
      for (let i = 0; i < RECALLS; i++) values[`recall_${i}`] = (reached * i) / RECALLS;
      if (epoch === 2) {
        const reason = "val_loss did not improve for 1 epoch";
        run.event({ type: "learning_rate", epoch, from: 0.01, to: 0.001, reason });
      }
      run.log(values, { step: epoch, epoch, at: startedAt + reached * BATCHES * BATCH_MS });
    }
    await run.finish();
  }
  await store.close();
}
