import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { Metric } from "../metrics/metric.ts";

/** Does its work with operations of TensorFlow.js, as a user might, and looks at the tape. */
class OnTensors extends Metric {
  static readonly nodes: number[] = [];
  readonly #sum = this.addVariable();
  constructor(args = {}) {
    super(args, { name: "on_tensors" });
  }
  updateState(yTrue: tf.Tensor, yPred: tf.Tensor): void {
    const tape = () => tf.engine().state.activeTape?.length ?? 0;
    const before = tape();
    this.#sum.add(tf.tidy(() => tf.sum(tf.squaredDifference(yTrue, yPred)).dataSync()[0] ?? 0));
    OnTensors.nodes.push(tape() - before);
  }
  result(): number {
    return this.#sum.value;
  }
}

test("no operation of a metric is recorded for the gradient", async () => {
  const { x, y } = tinyData();
  const [alone, watched] = [tinyModel([]), tinyModel([new OnTensors()])];
  for (const model of [alone, watched]) {
    await model.fit(x, y, { epochs: 2, batchSize: 4, shuffle: false, verbose: 0 });
  }
  expect(OnTensors.nodes).toEqual([0, 0, 0, 0, 0, 0]);
  const weights = (model: tf.Sequential) => model.getWeights().map((weight) => weight.arraySync());
  expect(weights(watched)).toEqual(weights(alone));
});
