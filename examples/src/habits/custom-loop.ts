// A training loop of one's own, with metrics and a run. `node examples/src/habits/custom-loop.ts`
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { AUC, Mean } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";
import { loadBirdStrikes } from "../bird-strikes/load-bird-strikes.ts";

const EPOCHS = 3;
const BATCH = 256;
const { train, validation, width } = loadBirdStrikes({ seed: 7 });
const weights = tf.variable(tf.zeros([width, 1]));
const bias = tf.variable(tf.zeros([1]));
const optimizer = tf.train.adam(0.05);
const predict = (x: tf.Tensor2D) => tf.sigmoid(x.matMul(weights).add(bias)) as tf.Tensor2D;
const lossOf = (y: tf.Tensor2D, predictions: tf.Tensor2D) =>
  tf.losses.logLoss(y, predictions) as tf.Scalar;

const store = await openStore(path.join(mkdtempSync(path.join(tmpdir(), "epochal-")), "runs.db"));
const run = await store.startRun({ project: "loops", config: { optimizer: "adam", batch: BATCH } });
// Metrics keep their state on the host: nothing is left on the device.
const [loss, auc, valAuc] = [new Mean(), new AUC(), new AUC()];
await run.track(async () => {
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const metric of [loss, auc, valAuc]) metric.resetState();
    for (let at = 0; at < train.x.shape[0]; at += BATCH) {
      const size = Math.min(BATCH, train.x.shape[0] - at);
      tf.tidy(() => {
        const [x, y] = [train.x.slice([at, 0], [size, width]), train.y.slice([at, 0], [size, 1])];
        const predictions = tf.keep(predict(x));
        const step = optimizer.minimize(() => lossOf(y, predict(x)), true);
        if (step) loss.updateState(step);
        auc.updateState(y, predictions);
        predictions.dispose();
      });
    }
    tf.tidy(() => valAuc.updateState(validation.y, predict(validation.x)));
    const values = { loss: loss.result(), auc: auc.result(), val_auc: valAuc.result() };
    run.log(values, { step: epoch, epoch });
    console.log(`epoch ${epoch + 1}`, values);
  }
});

/** The value of the last epoch, as the metric has it and as it was recorded. */
export const last: number = valAuc.result();
export const recorded = await store.readSeries({ run: run.id, key: "val_auc" });
await store.close();
/** What the model gives for the validation rows. */
export const predictions: tf.Tensor2D = predict(validation.x);
