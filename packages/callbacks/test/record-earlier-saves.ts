// Wrote test/golden/earlier-saves with the package as it was at 4615afa, when weights were saved in the order of model.weights:
// node test/record-earlier-saves.ts
import * as tf from "@tensorflow/tfjs";
import { BackupAndRestore } from "../src/callbacks/backup-and-restore.ts";
import { EarlyStopping } from "../src/callbacks/early-stopping.ts";
import { ModelCheckpoint } from "../src/callbacks/model-checkpoint.ts";
import { type EarlierModel, earlierModels } from "./earlier-models.ts";

const folder = new URL("golden/earlier-saves", import.meta.url).pathname;

for (const [name, { create, frozen = [], backsUp = false }] of Object.entries(earlierModels)) {
  const model = create();
  numberWeights(model);
  for (const i of frozen) (model.layers[i] as tf.layers.Layer).trainable = false;
  // Without a rate of learning the weights stay as they are, and the optimizer keeps its moments nevertheless.
  model.compile({ optimizer: tf.train.adam(0), loss: "meanSquaredError" });
  const x = tf.randomNormal([8, 4], 0, 1, "float32", 1);
  const interrupt = new tf.CustomCallback({
    onEpochBegin: (epoch) => (epoch === 1 ? Promise.reject(new Error("stop")) : undefined),
  });
  const callbacks = backsUp
    ? [
        new EarlyStopping({ monitor: "loss", restoreBestWeights: true }),
        new BackupAndRestore({ backupDir: `${folder}/${name}`, deleteCheckpoint: false }),
        interrupt,
      ]
    : [
        new ModelCheckpoint({ filepath: `${folder}/${name}/whole`, includeOptimizer: true }),
        new ModelCheckpoint({ filepath: `${folder}/${name}/weights`, saveWeightsOnly: true }),
      ];
  await model
    .fit(x, tf.ones([8, 1]), { epochs: backsUp ? 2 : 1, verbose: 0, callbacks })
    .catch((error: Error) => {
      if (error.message !== "stop") throw error;
    });
}

/** Gives each weight numbers of its own, by the order its layers were made in. */
function numberWeights(model: ReturnType<EarlierModel["create"]>): void {
  for (const [i, weight] of model.weights.toSorted((a, b) => a.id - b.id).entries()) {
    weight.write(tf.fill(weight.shape as number[], i + 1));
  }
}
