import { AUC, type Connection, EarlyStopping, History, LambdaCallback } from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { twoMoons } from "./two-moons.ts";

export interface TrainArgs {
  /** Where the run is recorded. */
  readonly store: Connection;
  /** @default 60 */
  readonly epochs?: number;
  /** How many epochs without a better AUC it waits. @default 8 */
  readonly patience?: number;
  /** Hears of every epoch. */
  readonly onEpoch: (epoch: number, valAuc: number) => void;
}

/** What became of a training. */
export interface Trained {
  readonly run: string;
  /** The values of every epoch, by key. */
  readonly history: Readonly<Record<string, readonly number[]>>;
}

/** Trains a small net, and records it: the same in a page, in a web worker and in Node. */
export async function train({
  store,
  epochs = 60,
  patience = 8,
  onEpoch,
}: TrainArgs): Promise<Trained> {
  const config = { units: 16, learningRate: 0.03, epochs, backend: tf.getBackend() };
  const run = await store.startRun({ config, tags: ["two moons"] });
  const training = twoMoons(400, 1);
  const validation = twoMoons(200, 2);
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
  const history = new History({ run });
  const stop = new EarlyStopping({
    ...{ run, monitor: "val_auc", patience, restoreBestWeights: true },
  });
  const tell = new LambdaCallback({
    onEpochEnd: (epoch, logs) => onEpoch(epoch, Number(logs?.val_auc)),
  });
  await run.track(() =>
    model.fit(training.x, training.y, {
      ...{ epochs, batchSize: 64, verbose: 0 },
      validationData: [validation.x, validation.y],
      callbacks: [history, stop, tell],
    }),
  );
  tf.dispose([training.x, training.y, validation.x, validation.y]);
  model.dispose();
  return { run: run.id, history: history.history as Trained["history"] };
}
