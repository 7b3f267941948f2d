// scratch
import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";
import { setThreadsCount } from "@tensorflow/tfjs-backend-wasm";
import { loadBirdStrikes } from "./bird-strikes/load-bird-strikes.ts";
setThreadsCount(1);
await tf.setBackend("wasm");
const data = loadBirdStrikes({ seed: Number(process.env.SEED ?? 42) });
const yv = data.validation.y.dataSync(), yt = data.train.y.dataSync();
function auc(y: ArrayLike<number>, p: ArrayLike<number>) {
  const idx = Array.from({ length: y.length }, (_, i) => i).sort((a, b) => p[a]! - p[b]!);
  let r = 0, pos = 0;
  for (let i = 0; i < idx.length; ) {
    let j = i; while (j < idx.length && p[idx[j]!] === p[idx[i]!]) j++;
    for (let k = i; k < j; k++) if (y[idx[k]!]) { r += (i + j + 1) / 2; pos++; }
    i = j;
  }
  return (r - (pos * (pos + 1)) / 2) / (pos * (y.length - pos));
}
const [opt, lr, units, drop, batch, epochs, act = "sigmoid", loss = "binaryCrossentropy", hidden = "relu"] = process.argv.slice(2);
const model = tf.sequential();
let first = true;
for (const u of units!.split(",").filter((u) => u !== "0")) {
  model.add(tf.layers.dense({ units: Number(u), activation: hidden as "relu", ...(first ? { inputShape: [data.width] } : {}), kernelInitializer: tf.initializers.heNormal({ seed: 1 }) }));
  if (Number(drop)) model.add(tf.layers.dropout({ rate: Number(drop), seed: 3 }));
  first = false;
}
model.add(tf.layers.dense({ units: 1, activation: act as "sigmoid", ...(first ? { inputShape: [data.width] } : {}), kernelInitializer: tf.initializers.glorotUniform({ seed: 2 }) }));
const o = (tf.train as any)[opt!](Number(lr), ...(opt === "momentum" ? [0.9] : []));
model.compile({ optimizer: o, loss, metrics: ["accuracy"] });
const t = performance.now();
await model.fit(data.train.x, data.train.y, { epochs: Number(epochs), batchSize: Number(batch), shuffle: false, verbose: 0, validationData: [data.validation.x, data.validation.y],
  callbacks: { onEpochEnd: async (e, l: any) => {
    const pv = (model.predict(data.validation.x) as tf.Tensor).dataSync(); const pt = (model.predict(data.train.x) as tf.Tensor).dataSync();
    console.log(String(e).padStart(2), "loss", l.loss.toFixed(4), l.val_loss.toFixed(4), "acc", l.acc.toFixed(4), l.val_acc.toFixed(4), "auc", auc(yt, pt).toFixed(4), auc(yv, pv).toFixed(4), ((performance.now() - t) / 1000).toFixed(1));
  } } });
