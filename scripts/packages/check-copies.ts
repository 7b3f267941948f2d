import { writeFileSync } from "node:fs";
import path from "node:path";
import { compileAddon } from "../native-backend/compile-addon.ts";
import { obtainTensorflow } from "../native-backend/obtain-tensorflow.ts";
import { must } from "./must.ts";

const OTHER = "4.20.0";

/** Trains with metrics and callbacks on the copy of TensorFlow.js named by its argument, and ends with 1 unless all is exact. */
const program = `
import { AUC, EarlyStopping, evaluate, fit, History } from "@epochal/callbacks";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const loaded = require(process.argv[2]);
const { default: tf = loaded } = loaded;
if (tf.version_layers !== "${OTHER}") throw new Error("The model would be of " + tf.version_layers);
const rows = Array.from({ length: 200 }, (_, i) => [(i * 7) % 11 / 11, (i * 5) % 13 / 13]);
const x = tf.tensor2d(rows);
const y = tf.tensor2d(rows.map(([a, b], i) => [a + b + (i % 3) / 3 > 1.3 ? 1 : 0]));
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], activation: "sigmoid" })] });
model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics: [new AUC()] });
const shared = { epochs: 2, batchSize: 16, validationData: [x, y], verbose: 0 };
let card;
const run = { log() {}, describe() {}, event: (event) => (card = event.card ?? card) };
const history = new History({ run });
const stopping = new EarlyStopping({ monitor: "val_auc", patience: 9 });
function check(what, value) {
  const auc = new AUC();
  auc.updateState(y, model.predict(x));
  if (!(Math.abs(value - auc.result()) < 1e-6)) throw new Error(what + " says " + value + ", it is " + auc.result());
}
await model.fit(x, y, { ...shared, callbacks: [history, { onEpochEnd() {} }, stopping] });
check("History", history.history.val_auc.at(-1));
check("our fit()", (await fit(model, x, y, shared)).history.val_auc.at(-1));
check("model.evaluate()", model.evaluate(x, y, { batchSize: 16 })[1].dataSync()[0]);
check("evaluate()", (await evaluate(model, x, y, { metrics: [new AUC()] })).auc);
if (card.versions["TensorFlow.js"] !== "${OTHER}") throw new Error("The card says " + JSON.stringify(card.versions));
`;

/** The callbacks beside TensorFlow.js of another version, which the model is of, as `@tensorflow/tfjs-node` brings one. */
export async function checkCopies(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const others = [`@tensorflow/tfjs-node@${OTHER}`, `other-tfjs@npm:@tensorflow/tfjs@${OTHER}`];
  const wanted = ["@epochal/callbacks", "@tensorflow/tfjs@4.22.0", ...others, "--ignore-scripts"];
  const options = { cwd: folder, env };
  await must(`npm install beside TensorFlow.js ${OTHER}`, "npm", ["install", ...wanted], options);
  const file = path.join(folder, "other-copy.mjs");
  writeFileSync(file, program);
  await must(`a model of TensorFlow.js ${OTHER} is exact`, "node", [file, "other-tfjs"], options);
  const native = path.join(folder, "node_modules/@tensorflow/tfjs-node");
  try {
    if (process.env.EPOCHAL_NATIVE === "skip") throw new Error("EPOCHAL_NATIVE=skip");
    await compileAddon({ folder: native, tensorflow: await obtainTensorflow() });
  } catch (error) {
    console.log(`  a model of tfjs-node ${OTHER}: skipped: ${(error as Error).message}`);
    return;
  }
  const run = ["--no-deprecation", file, "@tensorflow/tfjs-node"];
  await must(`a model of tfjs-node ${OTHER} is exact`, "node", run, options);
}
