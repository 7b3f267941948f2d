// A project as a person would leave it: runs that overfit, one stopped early, one that diverged, one that failed.
import { openStore } from "@epochal/store";

interface Plan {
  readonly learningRate: number;
  readonly units: number;
  readonly peak: number;
  readonly best: number;
}

const plans: readonly Plan[] = [
  { learningRate: 0.001, units: 32, peak: 18, best: 0.91 },
  { learningRate: 0.003, units: 32, peak: 11, best: 0.93 },
  { learningRate: 0.01, units: 32, peak: 7, best: 0.92 },
  { learningRate: 0.01, units: 128, peak: 4, best: 0.95 },
];
const EPOCHS = 20;

function valuesAt(plan: Plan, epoch: number): Record<string, number> {
  const rise = 1 - Math.exp(-(epoch + 1) / (plan.peak / 2));
  const fall = Math.max(0, epoch - plan.peak) * 0.004;
  const ceiling = 1 - Math.exp(-(plan.peak + 1) / (plan.peak / 2));
  return {
    loss: 0.7 * Math.exp(-epoch / plan.peak),
    val_loss: 0.7 * Math.exp(-Math.min(epoch, plan.peak) / plan.peak) + fall * 10,
    auc: 0.5 + 0.5 * rise,
    val_auc: 0.5 + (plan.best - 0.5) * Math.min(1, rise / ceiling) - fall,
  };
}

/** Writes six finished runs of the project `seeded`: four plain ones, one stopped early, one gone to NaN. */
export async function seedRuns(location: string): Promise<void> {
  const store = await openStore(location);
  for (const plan of plans) {
    const { learningRate, units } = plan;
    const run = await store.startRun({ project: "seeded", config: { learningRate, units } });
    for (let epoch = 0; epoch < EPOCHS; epoch++)
      run.log(valuesAt(plan, epoch), { step: epoch, epoch });
    await run.finish();
  }

  const stopped = { learningRate: 0.003, units: 64, peak: 5, best: 0.9 };
  const early = await store.startRun({
    project: "seeded",
    config: { learningRate: stopped.learningRate, units: stopped.units },
  });
  for (let epoch = 0; epoch <= 8; epoch++) {
    const values = valuesAt(stopped, epoch);
    early.log(values, { step: epoch, epoch });
    const value = values.val_auc ?? Number.NaN;
    const wait = Math.max(0, epoch - 5);
    const best = valuesAt(stopped, Math.min(epoch, 5)).val_auc ?? Number.NaN;
    early.event({
      type: "early_stopping",
      epoch,
      monitor: "val_auc",
      mode: "max",
      value,
      best,
      bestEpoch: Math.min(epoch, 5),
      minDelta: 0,
      wait,
      patience: 3,
      improved: wait === 0,
    });
  }
  const reason = "val_auc had not improved on 0.9 (epoch 5) for 3 epochs";
  early.event({
    type: "stopped_early",
    epoch: 8,
    monitor: "val_auc",
    value: 0.888,
    best: 0.9,
    bestEpoch: 5,
    reason,
  });
  early.event({ type: "weights_restored", epoch: 5, monitor: "val_auc", value: 0.9 });
  await early.finish();

  const diverged = await store.startRun({
    project: "seeded",
    config: { learningRate: 3, units: 32 },
  });
  for (let epoch = 0; epoch < 12; epoch++) {
    const gone = epoch >= 9;
    const loss = gone ? Number.NaN : 0.7 * 4 ** epoch;
    const auc = gone ? Number.NaN : 0.6;
    diverged.log({ loss, val_loss: loss, auc, val_auc: auc }, { step: epoch, epoch });
  }
  await diverged.finish();
  await store.close();
}
