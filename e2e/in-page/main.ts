// What the page runs: /?backend=webgl, with &script=shown or hidden on TensorFlow.js of a script tag

import {
  AUC,
  autolog,
  ModelCheckpoint,
  Precision,
  type StartRunOptions,
  TensorBoard,
} from "@epochal/callbacks";
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

/** A checkpoint that Node saved, loaded here, and one that is saved here, for Node. */
async function exchangeCheckpoints(): Promise<readonly number[]> {
  const inputs = tf.tensor2d([
    [1, 2],
    [3, 4],
  ]);
  const loaded = await tf.loadLayersModel("/checkpoint/model.json");
  const predictions = loaded.predict(inputs) as tf.Tensor;
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  const callbacks = [new ModelCheckpoint({ filepath: "indexeddb://from-page" })];
  await model.fit(tf.ones([4, 2]), tf.ones([4, 1]), { epochs: 1, callbacks });
  const saved = await tf.io.getLoadHandlers("indexeddb://from-page")[0]?.load?.();
  const bytes = new Uint8Array(saved?.weightData as ArrayBuffer);
  document.body.dataset.saved = JSON.stringify({
    modelTopology: saved?.modelTopology,
    weights: saved?.weightSpecs,
    bytes: Array.from(bytes),
    predictions: Array.from((model.predict(inputs) as tf.Tensor).dataSync()),
  });
  return Array.from(predictions.dataSync());
}

/** A fit that knows nothing of a run, and what was recorded of it. */
async function recordByOneLine({ layers, sequential, tensor2d }: typeof tf): Promise<object> {
  const losses: (number | undefined)[] = [];
  let started: StartRunOptions | undefined;
  const startRun = async (options: StartRunOptions) => {
    started = options;
    return {
      id: "first",
      log: ({ loss }: { readonly loss?: number }) => void losses.push(loss),
      describe: () => {},
      event: () => {},
      parts: { timing: false, memory: false, cost: false },
      track: async <T>(fn: () => T | Promise<T>) => fn(),
      finish: async () => {},
    };
  };
  autolog({ store: { startRun } });
  const model = sequential({
    layers: [layers.dense({ name: "heard", units: 1, inputShape: [1] })],
  });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  const x = tensor2d([[1], [2]]);
  const { history } = await model.fit(x, x, { epochs: 3 });
  autolog({ disable: true });
  model.dispose();
  x.dispose();
  return { losses, history: history.loss, project: started?.project };
}

/** A training whose predictions are NaN, beside validation labels of one class. */
async function trainToNaN(): Promise<void> {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
  model.compile({
    optimizer: "sgd",
    loss: "meanSquaredError",
    metrics: [new AUC(), new Precision()],
  });
  const x = tf.tensor2d([[0.5], [Number.NaN]]);
  await model.fit(x, tf.tensor2d([[0], [1]]), {
    epochs: 3,
    validationData: [tf.ones([2, 1]), tf.ones([2, 1])],
  });
}

/** TensorFlow.js of a script tag, under its own name, or known to the page alone. */
async function copyOfScriptTag(isShown: boolean): Promise<typeof tf> {
  const script = document.createElement("script");
  script.src = "/tf.min.js";
  const loaded = new Promise((resolve) => script.addEventListener("load", resolve));
  document.head.append(script);
  await loaded;
  const page = globalThis as { tf?: typeof tf };
  const copy = page.tf as typeof tf;
  if (!isShown) delete page.tf;
  return copy;
}

const query = new URLSearchParams(location.search);
if (query.has("checkpoint")) {
  await tf.setBackend("cpu");
  document.body.dataset.loaded = JSON.stringify(await exchangeCheckpoints());
}
if (query.has("nan")) {
  await tf.setBackend("cpu");
  await trainToNaN();
  document.body.dataset.nan = "trained";
}
const backend = query.get("backend") ?? "webgl";
const isThere = await tf.setBackend(backend);
document.body.dataset.eventFiles = await messageOfEventFiles();
const script = query.get("script");
const copy = script === null ? tf : await copyOfScriptTag(script === "shown");
if (isThere) document.body.dataset.recorded = JSON.stringify(await recordByOneLine(copy));
try {
  const training = isThere ? await trainThreeMetrics(copy) : { backend: "none" };
  document.body.dataset.training = JSON.stringify(training);
} catch (error) {
  document.body.dataset.refused = String(error);
}
