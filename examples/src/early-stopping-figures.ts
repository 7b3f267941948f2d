// The figures of packages/callbacks/docs/early-stopping.md: node examples/src/early-stopping-figures.ts
import { AUC, BinaryAccuracy, EarlyStopping, evaluate } from "@epochal/callbacks";
import { shownEpoch } from "@epochal/conclusions";
import * as tf from "@tensorflow/tfjs";
import { loadBirdStrikes } from "./bird-strikes/load-bird-strikes.ts";

const EPOCHS = 16;
const { train, validation, width } = loadBirdStrikes({ seed: 7 });
// Half of what is held back decides when to stop; the other half tells what that was worth.
const half = validation.x.shape[0] / 2;
const part = (from: number) => ({
  x: validation.x.slice([from, 0], [half, width]),
  y: validation.y.slice([from, 0], [half, 1]),
});
const [deciding, judging] = [part(0), part(half)];

function build(): tf.Sequential {
  const kernelInitializer = (seed: number) => tf.initializers.glorotUniform({ seed });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        units: 32,
        activation: "relu",
        inputShape: [width],
        kernelInitializer: kernelInitializer(1),
      }),
      tf.layers.dense({ units: 1, activation: "sigmoid", kernelInitializer: kernelInitializer(2) }),
    ],
  });
  model.compile({
    optimizer: tf.train.adam(0.02),
    loss: "binaryCrossentropy",
    metrics: [new BinaryAccuracy({ name: "accuracy" }), new AUC()],
  });
  return model;
}

/** What watching one value led to. */
export interface Outcome {
  readonly monitor: string;
  readonly stoppedEpoch: number;
  readonly bestEpoch: number;
  readonly auc: number;
  readonly crossentropy: number;
}

/** One training for each value watched: the same model, the same weights to begin with. */
export const outcomes: Outcome[] = [];
for (const monitor of ["val_loss", "val_accuracy", "val_auc", "nothing"]) {
  const model = build();
  const stopping =
    monitor === "nothing"
      ? undefined
      : new EarlyStopping({ monitor, patience: 4, restoreBestWeights: true });
  await model.fit(train.x, train.y, {
    epochs: EPOCHS,
    batchSize: 256,
    shuffle: false,
    verbose: 0,
    validationData: [deciding.x, deciding.y],
    ...(stopping ? { callbacks: stopping } : {}),
  });
  const scores = await evaluate(model, judging.x, judging.y, {
    metrics: ["auc", "binary_crossentropy"],
  });
  const { stoppedEpoch, bestEpoch } = stopping ?? {
    stoppedEpoch: EPOCHS - 1,
    bestEpoch: EPOCHS - 1,
  };
  const { auc = Number.NaN, binary_crossentropy: crossentropy = Number.NaN } = scores;
  outcomes.push({ monitor, stoppedEpoch, bestEpoch, auc, crossentropy });
}

/** The figures as the page shows them. */
export const table: string = [
  "| watched | stopped after epoch | kept epoch | AUC on other data | crossentropy on other data |",
  "| --- | --- | --- | --- | --- |",
  ...outcomes.map(
    ({ monitor, stoppedEpoch, bestEpoch, auc, crossentropy }) =>
      `| ${monitor} | ${shownEpoch(stoppedEpoch)} | ${shownEpoch(bestEpoch)} | ${auc.toFixed(3)} | ${crossentropy.toFixed(3)} |`,
  ),
].join("\n");
console.log(table);
