// Saves a model with its optimizer and metrics, or loads and evaluates it, as a program of its own:
// node test/saved-model.ts save|save-alone|load|load-late|load-plain <folder>
import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";

const [, , way = "", folder = ""] = process.argv;
const x = tf.randomNormal([40, 3], 0, 1, "float32", 3);
const y = tf.randomUniform([40, 1], 0, 2, "int32", 4).cast("float32");

/** Loads without this package's way to read files. */
async function plainly(): Promise<tf.LayersModel> {
  const { weightsManifest, ...rest } = JSON.parse(readFileSync(`${folder}/model.json`, "utf8"));
  const weights = readFileSync(`${folder}/${weightsManifest[0].paths[0]}`);
  return tf.loadLayersModel(
    tf.io.fromMemory({
      ...rest,
      weightSpecs: weightsManifest[0].weights,
      weightData: Uint8Array.from(weights).buffer,
    }),
  );
}

function print(model: tf.LayersModel): void {
  const values = [model.evaluate(x, y, { batchSize: 7 })].flat() as tf.Scalar[];
  const found = model.metricsNames.map((name, i) => [name, values[i]?.dataSync()[0]]);
  process.stdout.write(`\n${JSON.stringify(Object.fromEntries(found))}\n`);
}

/** Of a page whose bundle has some classes of metrics, and nothing that knows all of them. */
async function fewClasses() {
  const { AUC } = await import("../src/metrics/ranking/auc.ts");
  const { Recall } = await import("../src/metrics/confusion/recall.ts");
  const { fileSystem } = await import("../src/saving/file-system.ts");
  return { AUC, Recall, fileSystem };
}

if (way.startsWith("save")) {
  const isAlone = way === "save-alone";
  const { AUC, fileSystem, Recall } = isAlone
    ? await fewClasses()
    : await import("../src/index.ts");
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [3], activation: "sigmoid" })],
  });
  const metrics = ["accuracy", new AUC({ curve: "PR" }), new Recall({ thresholds: 0.3 })];
  model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics });
  await model.fit(x, y, { verbose: 0 });
  await model.save(fileSystem(folder), { includeOptimizer: true });
  print(model);
} else if (way === "load") {
  const { fileSystem } = await import("../src/index.ts");
  print(await tf.loadLayersModel(fileSystem(folder)));
} else {
  const model = await plainly();
  if (way === "load-late") await import("../src/index.ts");
  print(model);
}
