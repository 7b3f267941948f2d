// What recording ten metrics after every batch costs the thread that trains, beside a bare fit in the same run.
// node bench/callbacks.ts [cpu|wasm|tensorflow]
import { mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { openStore } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";
import { measureParts } from "./parts.ts";
import { percentile, report } from "./report.ts";

const ROWS = 8192;
const BATCH = 32;
const ROUNDS = 15;
const backend = process.argv[2] ?? "cpu";
if (backend === "wasm") await import("@tensorflow/tfjs-backend-wasm");
// What tfjs-node asks of Node and Node 23 has dropped, Node 22 still has: this needs Node 22.
if (backend === "tensorflow") await import("@tensorflow/tfjs-node");
await tf.setBackend(backend);

const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const store = await openStore(path.join(folder, "runs.db"));
const run = await store.startRun({ project: "bench" });
const x = tf.randomNormal([ROWS, 20], 0, 1, "float32", 1);
const y = x.sum(1, true).greater(0).cast("float32");
const names = Array.from({ length: 10 }, (_, i) => `metric_${i}`);
const file = openSync(path.join(folder, "bare.jsonl"), "a");
const spent: number[] = [];
const appended: number[] = [];
let step = 0;

function model(): tf.Sequential {
  const created = tf.sequential({
    layers: [
      tf.layers.dense({ units: 64, activation: "relu", inputShape: [20] }),
      tf.layers.dense({ units: 1, activation: "sigmoid" }),
    ],
  });
  created.compile({ optimizer: "adam", loss: "binaryCrossentropy" });
  return created;
}

function log(): void {
  const values = Object.fromEntries(names.map((name, i) => [name, Math.sin(step + i)]));
  const begin = performance.now();
  run.log(values, { step: step++ });
  spent.push((performance.now() - begin) * 1000);
}

/** What a write of the same line costs in the same place: the least a log that survives `kill -9` can cost. */
function append(): void {
  const values = Object.fromEntries(names.map((name, i) => [name, Math.sin(step + i)]));
  const begin = performance.now();
  writeSync(file, `${JSON.stringify({ step: step++, values })}\n`);
  appended.push((performance.now() - begin) * 1000);
}

/** Microseconds a step of one epoch. */
function fitting(onBatchEnd: () => void): () => Promise<number> {
  const created = model();
  return async () => {
    const begin = performance.now();
    // A callback in both: TensorFlow.js reads the loss of every batch for it.
    await created.fit(x, y, { epochs: 1, batchSize: BATCH, verbose: 0, callbacks: { onBatchEnd } });
    return ((performance.now() - begin) * 1000) / (ROWS / BATCH);
  };
}

const cases = {
  "bare fit": fitting(() => {}),
  "ten metrics a batch": fitting(log),
  "bare append of the same line": fitting(append),
};
const samples = Object.values(cases).map(() => new Float64Array(ROUNDS));
for (let round = -2; round < ROUNDS; round++) {
  for (const [n, epoch] of Object.values(cases).entries()) {
    const micros = await epoch();
    const sample = samples[n];
    if (round >= 0 && sample) sample[round] = micros;
  }
}
const median = (sample: Float64Array | undefined) => percentile(sample ?? new Float64Array(), 0.5);
console.log(
  `20-64-1, batch ${BATCH}, ${ROWS} rows, backend ${backend}, median of ${ROUNDS} epochs`,
);
report(
  "µs a step",
  Object.keys(cases).map((name, n) => [name, median(samples[n])]),
);
const skipped = (2 * ROWS) / BATCH;
for (const [name, list] of Object.entries({
  "log() of ten metrics": spent,
  "bare append": appended,
})) {
  const sample = Float64Array.from(list.slice(skipped));
  const middle = percentile(sample, 0.5);
  const share = ((middle / median(samples[0])) * 100).toFixed(2);
  const tail = percentile(sample, 0.99).toFixed(1);
  console.log(`${name}: median ${middle.toFixed(1)} µs, p99 ${tail} µs: ${share} % of a step`);
}
console.log("\nWhat a run records on its own:");
const short = [x, y].map((tensor) => tensor.slice(0, 4 * BATCH));
const [shortX = x, shortY = y] = short;
await measureParts({ store, x: shortX, y: shortY, batchSize: BATCH, rounds: ROUNDS, model });
await store.close();
rmSync(folder, { recursive: true });
