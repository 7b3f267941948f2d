// What exact metrics and recording cost inside fit(), beside the same fit without them.
// node bench/fit.ts [cpu|wasm|tensorflow] [rows] [rounds]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { AUC, EarlyStopping, History, Precision, Recall, TensorBoard } from "@epochal/callbacks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";
import { percentile, report } from "./report.ts";
import { threadMs } from "./thread-ms.ts";

const [, , backend = "cpu", rowsText = "4096", roundsText = "31"] = process.argv;
const ROWS = Number(rowsText);
const ROUNDS = Number(roundsText);
const BATCH = 32;
if (backend === "wasm") await import("@tensorflow/tfjs-backend-wasm");
// What tfjs-node asks of Node and Node 23 has dropped, Node 22 still has: this needs Node 22.
if (backend === "tensorflow") await import("@tensorflow/tfjs-node");
await tf.setBackend(backend);

const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const store = await openStore(path.join(folder, "runs.db"));
const run = await store.startRun({ project: "bench" });
const x = tf.randomNormal([ROWS, 20], 0, 1, "float32", 1);
// Labels that cannot be learnt fully, so that later epochs are like the first.
const y = x
  .sum(1, true)
  .add(tf.randomNormal([ROWS, 1], 0, 2, "float32", 2))
  .greater(0)
  .cast("float32");

type FitArgs = NonNullable<Parameters<tf.Sequential["fit"]>[2]>;
type Metrics = tf.ModelCompileArgs["metrics"];

interface Times {
  /** By the clock. */
  readonly passed: number;
  /** Of this thread alone, in which the backends cpu and wasm compute. */
  readonly worked: number;
}

/** Runs an epoch, and gives the microseconds of a batch. */
function prepare(metrics: Metrics, callbacks: FitArgs["callbacks"]): () => Promise<Times> {
  // All models begin alike and learn alike, for some numbers take longer than others.
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 3 });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 64, activation: "relu", inputShape: [20], kernelInitializer }),
      tf.layers.dense({ units: 1, activation: "sigmoid", kernelInitializer }),
    ],
  });
  model.compile({ optimizer: "adam", loss: "binaryCrossentropy", ...(metrics ? { metrics } : {}) });
  return async () => {
    const [begin, beginWork] = [performance.now(), threadMs()];
    await model.fit(x, y, {
      epochs: 1,
      batchSize: BATCH,
      shuffle: false,
      verbose: 0,
      ...(callbacks ? { callbacks } : {}),
    });
    const micros = (ms: number) => (ms * 1000) / Math.ceil(ROWS / BATCH);
    return { passed: micros(performance.now() - begin), worked: micros(threadMs() - beginWork) };
  };
}

const exact = () => [new AUC(), new Precision(), new Recall()];
const cases = {
  "exact AUC, Precision, Recall": prepare(exact(), undefined),
  "the same, recorded each epoch": prepare(exact(), [
    new History({ run }),
    new EarlyStopping({ run, monitor: "auc", patience: 1e9 }),
  ]),
  "the same, an empty onBatchEnd": prepare(exact(), { onBatchEnd: () => {} }),
  "the same, recorded each batch": prepare(exact(), [new TensorBoard({ run, updateFreq: 1 })]),
  "bare fit": prepare(undefined, undefined),
  "TensorFlow.js' own accuracy": prepare(["accuracy"], undefined),
};
const names = Object.keys(cases);
const samples: Times[][] = names.map(() => []);
// Interleaved, so that a slow moment of the machine falls on all of them; from another one on each time, for the work that one
// leaves behind, such as garbage, falls on the next.
for (let round = -1; round < ROUNDS; round++) {
  for (let turn = 0; turn < names.length; turn++) {
    const n = (turn + round + 1) % names.length;
    const times = await Object.values(cases)[n]?.();
    if (round >= 0 && times) samples[n]?.push(times);
  }
}
await store.close();
rmSync(folder, { recursive: true });

for (const [kind, said] of [
  ["passed", "by the clock"],
  ["worked", "of this thread's work"],
] as const) {
  const figures = samples.map((list) =>
    percentile(
      Float64Array.from(list, (times) => times[kind]),
      0.25,
    ),
  );
  console.log(
    `\n20-64-1, batch ${BATCH}, ${ROWS} rows, backend ${backend}, ${said}, 25th percentile of ${ROUNDS} epochs`,
  );
  report(
    "µs a batch",
    names.map((name, n) => [name, figures[n] ?? Number.NaN]),
  );
  const [alone = 0, byEpoch = 0, empty = 0, byBatch = 0] = figures;
  console.log(`recorded each epoch: ${(byEpoch / alone).toFixed(3)} x the same metrics alone`);
  console.log(`recorded each batch: ${(byBatch / empty).toFixed(3)} x with an empty onBatchEnd`);
}
