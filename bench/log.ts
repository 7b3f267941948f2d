// What the training thread pays to record ten metrics of one step, beside a bare append of a line of the same length.
// node bench/log.ts [steps]
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { openStore } from "@epochal/store";
import { percentile, report } from "./report.ts";

const steps = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const values = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`metric_${i}`, i * 0.1]));

function measure(step: (n: number) => void): Float64Array {
  const micros = new Float64Array(steps);
  for (let n = 0; n < steps; n++) {
    const begin = performance.now();
    step(n);
    micros[n] = (performance.now() - begin) * 1000;
  }
  return micros;
}

const file = openSync(path.join(folder, "bare.jsonl"), "a");
const line = `${JSON.stringify({ type: "values", run: "0123456789ab", at: 1.7e12, step: 1, values })}\n`;
const bare = measure(() => writeSync(file, line));
closeSync(file);

const store = await openStore(path.join(folder, "runs.db"));
const run = await store.startRun({ project: "bench" });
const logged = measure((step) => run.log(values, { step }));
const begin = performance.now();
await run.finish();
const folding = performance.now() - begin;
const { runs } = await store.listRuns();
const points = runs[0]?.series.reduce((sum, series) => sum + series.count, 0);
await store.close();
rmSync(folder, { recursive: true });

for (const p of [0.5, 0.99]) {
  console.log(`\n${steps} steps of 10 metrics, ${p === 0.5 ? "median" : "99th percentile"}`);
  report("µs a step", [
    ["bare append", percentile(bare, p)],
    ["run.log()", percentile(logged, p)],
  ]);
}
console.log(`\n${points} of ${steps * 10} points stored; finish() waited ${folding.toFixed(0)} ms`);
