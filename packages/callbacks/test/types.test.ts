import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import {
  AUC,
  EarlyStopping,
  History,
  Metric,
  type MetricInput,
  TensorBoard,
} from "../src/index.ts";
import { tinyData } from "./tiny-training.ts";

/** Counts samples. Written as a user would. */
class Samples extends Metric {
  #seen = 0;
  constructor(args: { readonly name?: string } = {}) {
    super(args, { name: "samples", direction: "max" });
  }
  updateState(_yTrue: MetricInput, yPred: MetricInput): void {
    this.#seen += (yPred as tf.Tensor).shape[0] ?? 0;
  }
  result(): number {
    return this.#seen;
  }
  override resetState(): void {
    this.#seen = 0;
  }
}

test("metrics and callbacks go into compile() and fit() without a cast", async () => {
  const { x, y, validationData } = tinyData();
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: new Samples() });
  model.compile({
    optimizer: "sgd",
    loss: "meanSquaredError",
    metrics: ["accuracy", new AUC(), new Samples({ name: "n" })],
  });
  const { history } = await model.fit(x, y, {
    epochs: 2,
    verbose: 0,
    validationData,
    callbacks: [
      new History(),
      { onEpochEnd: (_epoch: number, logs?: tf.Logs) => void logs?.auc },
      tf.callbacks.earlyStopping({ monitor: "val_loss", patience: 5 }),
      new EarlyStopping({ monitor: "val_auc", patience: 5 }),
      new TensorBoard(),
    ],
  });
  await model.fit(x, y, { epochs: 1, verbose: 0, callbacks: new History() });
  await model.fit(x, y, { epochs: 1, verbose: 0, callbacks: [new History(), new TensorBoard()] });
  expect(history.n).toEqual([10, 10]);
  expect(history.val_n).toEqual([5, 5]);
});
