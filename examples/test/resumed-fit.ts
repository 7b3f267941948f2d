// Trains into a run; started again with the run's id, goes on with it: `node resumed-fit.ts <store> <backup> [id] [kill]`.
import { AUC, BackupAndRestore, EarlyStopping, fit, TensorBoard } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";

const [location = "", backupDir = "", id = "", kill = ""] = process.argv.slice(2);
const store = await openStore(location);
const run = id === "" ? await store.startRun({ project: "birds" }) : await store.resumeRun(id);
const x = tf.randomNormal([96, 3], 0, 1, "float32", 1);
const y = x.sum(1, true).greater(0).cast("float32");
const kernelInitializer = tf.initializers.glorotUniform({ seed: 3 });
const model = tf.sequential({
  layers: [
    tf.layers.dense({ units: 1, activation: "sigmoid", inputShape: [3], kernelInitializer }),
  ],
});
model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics: [new AUC()] });
let seen = 0;
await run.track(() =>
  fit(model, x, y, {
    epochs: 9,
    batchSize: 16,
    seed: 5,
    validationSplit: 0.25,
    verbose: 0,
    callbacks: [
      new TensorBoard({ run, updateFreq: 1 }),
      new EarlyStopping({ run, monitor: "val_auc", patience: 100 }),
      ...(backupDir === "" ? [] : [new BackupAndRestore({ backupDir, run })]),
      {
        onBatchEnd: () => {
          if (kill !== "" && ++seen === Number(kill)) process.kill(process.pid, "SIGKILL");
        },
      },
    ],
  }),
);
await store.close();
