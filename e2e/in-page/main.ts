// What the page runs: /?backend=webgl

import { TensorBoard } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { trainThreeMetrics } from "./train-three-metrics.ts";

/** Why a page cannot write event files. */
async function messageOfEventFiles(): Promise<string> {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  const callbacks = [new TensorBoard({ logDir: "logs" })];
  try {
    await model.fit(tf.ones([4, 1]), tf.ones([4, 1]), { epochs: 1, callbacks });
    return "";
  } catch (error) {
    return String(error);
  }
}

const backend = new URLSearchParams(location.search).get("backend") ?? "webgl";
const isThere = await tf.setBackend(backend);
document.body.dataset.eventFiles = await messageOfEventFiles();
const training = isThere ? await trainThreeMetrics() : { backend: "none" };
document.body.dataset.training = JSON.stringify(training);
