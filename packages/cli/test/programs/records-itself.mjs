// Knows Epochal: it records a training itself, and leaves another to autolog().
import { autolog, History } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";

const x = tf.ones([8, 2]);
const y = tf.ones([8, 1]);
const modelOf = () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  return model;
};
const store = await openStore();
const run = await store.startRun({ project: "own", name: "its own" });
await run.track(() =>
  modelOf().fit(x, y, { epochs: 2, verbose: 0, callbacks: [new History({ run })] }),
);
await store.close();

autolog({ project: "logged" });
await modelOf().fit(x, y, { epochs: 1, verbose: 0 });
await autolog.finish();
