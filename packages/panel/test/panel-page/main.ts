import { AUC, EarlyStopping, History, setSeed } from "@epochal/callbacks";
import { showRun } from "@epochal/panel";
import * as tf from "@tensorflow/tfjs";

/** What a test may do in the page. */
export interface PanelWindow {
  readonly showRun: typeof showRun;
  readonly train: () => Promise<Record<string, readonly number[]>>;
}

/** Trains a small model that overfits, and shows it. */
async function train() {
  await tf.setBackend("cpu");
  setSeed(3);
  const rows = Array.from({ length: 60 }, (_, i) => [((i * 7) % 11) / 11, ((i * 5) % 13) / 13]);
  const x = tf.tensor2d(rows);
  const y = tf.tensor2d(rows.map(([a = 0, b = 0], i) => [a + b + (i % 3) / 3 > 1.3 ? 1 : 0]));
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 16, inputShape: [2], activation: "relu" }),
      tf.layers.dense({ units: 1, activation: "sigmoid" }),
    ],
  });
  const optimizer = tf.train.adam(0.03);
  model.compile({ optimizer, loss: "binaryCrossentropy", metrics: [new AUC()] as never });
  const run = showRun(document.querySelector<HTMLElement>("#curves"));
  const history = new History({ run });
  const stopping = new EarlyStopping({
    run,
    monitor: "val_auc",
    patience: 3,
    restoreBestWeights: true,
  });
  await model.fit(x, y, {
    epochs: 40,
    shuffle: false,
    validationSplit: 0.3,
    verbose: 0,
    callbacks: [history, stopping] as never,
  });
  return history.history;
}

Object.assign(window, { showRun, train });
