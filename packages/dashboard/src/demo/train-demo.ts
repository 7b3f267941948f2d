import { AUC, connect, EarlyStopping, History, setSeed } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { twoMoons } from "./two-moons.ts";

/** The runs of the demo, one after another: they are there to be compared. */
const configs = [
  { name: "slow and small", learningRate: 0.01, units: 8 },
  { name: "fast and wide", learningRate: 0.05, units: 32 },
];
const EPOCHS = 25;

/**
 * Trains two small nets in this page, and records them as every other page does: over the network, with a token.
 *
 * @param token may write into the project of the demo
 */
export async function trainDemo(token: string): Promise<void> {
  await tf.ready();
  const store = await connect({ url: location.origin, token });
  for (const { name, ...config } of configs) {
    setSeed(1);
    const run = await store.startRun({ name, config: { ...config, seed: 1 } });
    const [training, validation] = [twoMoons(240, 1), twoMoons(120, 2)];
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: config.units, activation: "relu", inputShape: [2] }),
        tf.layers.dense({ units: 1, activation: "sigmoid" }),
      ],
    });
    model.compile({
      optimizer: tf.train.adam(config.learningRate),
      loss: "binaryCrossentropy",
      metrics: ["accuracy", new AUC()],
    });
    const stop = new EarlyStopping({
      ...{ run, monitor: "val_auc", patience: 8, restoreBestWeights: true },
    });
    await run.track(() =>
      model.fit(training.x, training.y, {
        ...{ epochs: EPOCHS, batchSize: 32, verbose: 0 },
        validationData: [validation.x, validation.y],
        callbacks: [new History({ run }), stop],
      }),
    );
    tf.dispose([training.x, training.y, validation.x, validation.y]);
    model.dispose();
  }
}
