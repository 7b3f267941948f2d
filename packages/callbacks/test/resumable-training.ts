// A small training that can be interrupted at any batch and go on: its parts for tests, and as a program
// node test/resumable-training.ts <folder> <die after so many batches, 0 for never> [backend]
import * as tf from "@tensorflow/tfjs";
import { BackupAndRestore } from "../src/callbacks/backup-and-restore.ts";
import { EarlyStopping } from "../src/callbacks/early-stopping.ts";
import { ReduceLROnPlateau } from "../src/callbacks/reduce-lr-on-plateau.ts";
import { fit as resumableFit } from "../src/fitting/fit.ts";
import { AUC } from "../src/metrics/ranking/auc.ts";
import { loadNativeBackend } from "./load-native-backend.ts";

/** What a training came to. */
export interface Outcome {
  readonly history: tf.History["history"];
  readonly epochs: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly stoppedEpoch: number;
  readonly best: number | undefined;
  /** Batches trained in this program. */
  readonly batches: number;
  readonly seenBatches: readonly number[];
}

const x = tf.randomNormal([22, 3], 0, 1, "float32", 5);
const labels = Array.from(x.arraySync() as number[][], ([a = 0, b = 0], i) => [
  a - b + (i % 3) / 2 > 0.3 ? 1 : 0,
]);
const y = tf.tensor2d(labels);

/** Trains in five batches an epoch, until `interrupt` throws or the training ends. */
export async function train(
  folder: string,
  interrupt: (batchesDone: number) => void,
): Promise<Outcome> {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 4 });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 4, inputShape: [3], activation: "relu", kernelInitializer }),
      tf.layers.dense({ units: 1, activation: "sigmoid", kernelInitializer }),
    ],
  });
  model.compile({
    optimizer: tf.train.adam(0.03),
    loss: "binaryCrossentropy",
    metrics: [new AUC(), "mse"],
  });
  const stopping = new EarlyStopping({
    monitor: "val_auc",
    patience: 3,
    restoreBestWeights: true,
  });
  const seenBatches: number[] = [];
  const { epoch: epochs, history } = await resumableFit(model, x, y, {
    epochs: 9,
    batchSize: 4,
    seed: 3,
    validationSplit: 0.2,
    verbose: 0,
    callbacks: [
      stopping,
      new ReduceLROnPlateau({ patience: 1, factor: 0.5 }),
      new BackupAndRestore({ backupDir: folder, saveFreq: 1 }),
      {
        onBatchEnd: (batch: number) => {
          seenBatches.push(batch);
          interrupt(seenBatches.length);
        },
      },
    ],
  });
  return {
    history,
    epochs,
    weights: model.getWeights().map((weight) => Array.from(weight.dataSync())),
    stoppedEpoch: stopping.stoppedEpoch,
    best: stopping.best,
    batches: seenBatches.length,
    seenBatches,
  };
}

const [, program = "", folder, dieAfter, backend = "cpu"] = process.argv;
if (program.endsWith("resumable-training.ts") && folder !== undefined) {
  if (backend === "wasm") await import("@tensorflow/tfjs-backend-wasm");
  if (backend === "tensorflow") loadNativeBackend();
  await tf.setBackend(backend);
  const outcome = await train(folder, (done) => {
    if (done === Number(dieAfter)) process.kill(process.pid, "SIGKILL");
  });
  process.stdout.write(`\n${JSON.stringify(outcome)}\n`);
}
