// What exact metrics and recording cost inside fit(), beside a bare fit of the same model.
// node bench/fit.ts [cpu|wasm]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { AUC, EarlyStopping, History, Precision, Recall, TensorBoard } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";
import { percentile, report } from "./report.ts";

const ROWS = 4096;
const BATCH = 32;
const ROUNDS = 9;
const backend = process.argv[2] ?? "cpu";
if (backend === "wasm") await import("@tensorflow/tfjs-backend-wasm");
await tf.setBackend(backend);

const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const store = await openStore(path.join(folder, "runs.db"));
const run = await store.startRun({ project: "bench" });
const x = tf.randomNormal([ROWS, 20], 0, 1, "float32", 1);
const y = x.sum(1, true).greater(0).cast("float32");

type FitArgs = NonNullable<Parameters<tf.Sequential["fit"]>[2]>;
type Metrics = tf.ModelCompileArgs["metrics"];

async function prepare(
  metrics: Metrics,
  callbacks: FitArgs["callbacks"],
): Promise<() => Promise<number>> {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 64, activation: "relu", inputShape: [20] }),
      tf.layers.dense({ units: 1, activation: "sigmoid" }),
    ],
  });
  model.compile({ optimizer: "adam", loss: "binaryCrossentropy", ...(metrics ? { metrics } : {}) });
  return async () => {
    const begin = performance.now();
    await model.fit(x, y, {
      epochs: 1,
      batchSize: BATCH,
      verbose: 0,
      ...(callbacks ? { callbacks } : {}),
    });
    return ((performance.now() - begin) * 1000) / (ROWS / BATCH);
  };
}

const cases = {
  "bare fit": await prepare(undefined, undefined),
  "TensorFlow.js' own accuracy": await prepare(["accuracy"], undefined),
  "exact AUC, Precision, Recall": await prepare(
    [new AUC(), new Precision(), new Recall()],
    undefined,
  ),
  "the same, recorded each epoch": await prepare(
    [new AUC(), new Precision(), new Recall()],
    [new History({ run }), new EarlyStopping({ run, monitor: "auc", patience: 1000 })],
  ),
  "the same, recorded each batch": await prepare(
    [new AUC(), new Precision(), new Recall()],
    [new TensorBoard({ run, updateFreq: "batch" })],
  ),
};
const samples = Object.keys(cases).map(() => new Float64Array(ROUNDS));
// Interleaved, so that a slow moment of the machine falls on all of them.
for (let round = -1; round < ROUNDS; round++)
  for (const [n, runEpoch] of Object.values(cases).entries()) {
    const micros = await runEpoch();
    const sample = samples[n];
    if (round >= 0 && sample) sample[round] = micros;
  }
await store.close();
rmSync(folder, { recursive: true });
console.log(
  `20-64-1, batch ${BATCH}, ${ROWS} rows, backend ${backend}, median of ${ROUNDS} epochs`,
);
report(
  "µs a batch",
  Object.keys(cases).map((name, n) => [name, percentile(samples[n] ?? new Float64Array(1), 0.5)]),
);
