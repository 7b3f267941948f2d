// Checkpoints, and going on after a crash. `node examples/src/habits/checkpoint-and-resume.ts`
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  AUC,
  BackupAndRestore,
  EarlyStopping,
  fileSystem,
  fit,
  ModelCheckpoint,
} from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { loadBirdStrikes } from "../bird-strikes/load-bird-strikes.ts";

const { train, validation, width } = loadBirdStrikes({ seed: 7 });
const folder = mkdtempSync(path.join(tmpdir(), "epochal-"));

/** A program that trains; started again after a crash, it goes on where it was. */
async function program(place: string, crash: (batches: number) => void = () => {}) {
  const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        units: 8,
        activation: "relu",
        inputShape: [width],
        kernelInitializer: seeded(1),
      }),
      tf.layers.dense({ units: 1, activation: "sigmoid", kernelInitializer: seeded(2) }),
    ],
  });
  model.compile({
    optimizer: tf.train.adam(0.01),
    loss: "binaryCrossentropy",
    metrics: [new AUC()],
  });
  let batches = 0;
  const checkpoint = new ModelCheckpoint({
    filepath: path.join(place, "models/{epoch:02d}-{val_auc:.3f}"),
    monitor: "val_auc",
    keep: { best: 1, last: 1 },
  });
  const { history } = await fit(model, train.x, train.y, {
    epochs: 4,
    batchSize: 256,
    seed: 1,
    verbose: 0,
    validationData: [validation.x, validation.y],
    callbacks: [
      new EarlyStopping({ monitor: "val_auc", patience: 3 }),
      checkpoint,
      new BackupAndRestore({ backupDir: path.join(place, "backup"), saveFreq: 10 }),
      { onBatchEnd: () => crash(++batches) },
    ],
  });
  return { history, batches, best: path.join(place, "models/best") };
}

const [smooth, rough] = [path.join(folder, "smooth"), path.join(folder, "rough")];
/** A training without a crash. */
export const whole = await program(smooth);
await program(rough, (batches) => {
  if (batches === 75) throw new Error("the power is gone");
}).catch((error: Error) => console.log(error.message));
/** The same, started again after its crash in the third epoch. */
export const resumed = await program(rough);
console.log(`trained ${resumed.batches} more batches; val_auc`, resumed.history.val_auc);
/** The best model of the training that crashed, from its file. */
export const best: tf.LayersModel = await tf.loadLayersModel(fileSystem(resumed.best));
