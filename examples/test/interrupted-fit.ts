// Trains in a run until a signal comes: `node interrupted-fit.ts <store> <folder for checkpoints> <how>`.
import { EarlyStopping, fit, ModelCheckpoint } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";

const [, , location, checkpoints = "", how] = process.argv;
await tf.setBackend("cpu");
const store = await openStore(location);
const run = await store.startRun({ project: "birds" });
const x = tf.randomNormal([64, 4], 0, 1, "float32", 1);
const y = x.sum(1, true).greater(0).cast("float32");
const model = tf.sequential({
  layers: [tf.layers.dense({ units: 1, activation: "sigmoid", inputShape: [4] })],
});
// So high a rate that later epochs are worse than earlier ones: what is restored is not what was last.
model.compile({ optimizer: tf.train.sgd(30), loss: "binaryCrossentropy" });
const weights = () => JSON.stringify(Array.from(model.getWeights()[0]?.dataSync() ?? []));

const stopping = new EarlyStopping({
  run,
  monitor: "loss",
  patience: 1e6,
  restoreBestWeights: true,
});
const kept = new Map<number, string>();
const watch = {
  onEpochEnd: async (epoch: number) => {
    kept.set(epoch, weights());
    if (epoch === 2) process.stdout.write("ready\n");
  },
  onBatchEnd: async () => {
    // A batch that takes long, and an event loop that does not turn for anybody else.
    const end = Date.now() + (how === "slow" ? 1_500 : 20);
    while (Date.now() < end);
  },
};
try {
  await run.track(() =>
    fit(model, x, y, {
      epochs: 1e6,
      batchSize: 64,
      verbose: 0,
      yieldEvery: "never",
      callbacks: [stopping, new ModelCheckpoint({ run, filepath: checkpoints }), watch],
    }),
  );
} catch (error) {
  const isBest = weights() === kept.get(stopping.bestEpoch);
  process.stdout.write(`${JSON.stringify({ message: String(error), isBest })}\n`);
  process.exitCode = 9;
}
