// The exact AUC of many scores, beside 200 thresholds, a comparison sort and, where Python has it, scikit-learn.
// node bench/auc.ts [most]; scikit-learn: pip install scikit-learn, or PYTHON=<a Python that has it>
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { AUC } from "@epochal/callbacks";
import { percentile, report } from "./report.ts";

const most = Number(process.argv[2] ?? 10_000_000);
const lengths = [10_000, 100_000, 1_000_000, 10_000_000].filter((n) => n <= most);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const BATCH = 2048;

/** Scores as a model of a rare event gives them: crowded near 0, positives higher. */
function samples(n: number): { labels: Float32Array; scores: Float32Array } {
  const labels = Float32Array.from({ length: n }, () => Number(Math.random() < 0.1));
  const scores = labels.map((label) => 1 / (1 + Math.exp(3 - label - 2 * normal())));
  return { labels, scores };
}

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}

function median(times: number, run: () => number): number {
  const sample = Float64Array.from({ length: times }, run);
  return percentile(sample, 0.5);
}

/** The time to add all batches, and the time of `result()`. */
function timed(auc: AUC, { labels, scores }: ReturnType<typeof samples>): [number, number] {
  const begin = performance.now();
  for (let start = 0; start < scores.length; start += BATCH) {
    auc.updateState(labels.subarray(start, start + BATCH), scores.subarray(start, start + BATCH));
  }
  const added = performance.now();
  auc.result();
  return [added - begin, performance.now() - added];
}

/** The pairs in order, after sorting the scores with `sort()`. */
function bySorting({ labels, scores }: ReturnType<typeof samples>): number {
  const begin = performance.now();
  const [upper, lower] = [1, 0].map((label) => scores.filter((_, i) => labels[i] === label).sort());
  let [wins, below] = [0, 0];
  for (const score of upper ?? []) {
    while (lower && below < lower.length && (lower[below] as number) < score) below++;
    wins += below;
  }
  return wins < 0 ? 0 : performance.now() - begin;
}

/** Milliseconds of `roc_auc_score`; undefined where Python has no scikit-learn. */
function byScikitLearn(data: ReturnType<typeof samples>, times: number): number | undefined {
  const files = ["labels", "scores"].map((name) => path.join(folder, name));
  writeFileSync(files[0] ?? "", data.labels);
  writeFileSync(files[1] ?? "", data.scores);
  const program = `
import sys, time, numpy as np
from sklearn.metrics import roc_auc_score
labels, scores = (np.fromfile(file, dtype=np.float32) for file in sys.argv[1:3])
times = []
for _ in range(${times}):
    begin = time.perf_counter()
    roc_auc_score(labels, scores)
    times.append((time.perf_counter() - begin) * 1000)
print(sorted(times)[len(times) // 2])
`;
  const python = process.env.PYTHON ?? "python3";
  const { status, stdout } = spawnSync(python, ["-c", program, ...files], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}

for (const length of lengths) {
  const times = length > 1_000_000 ? 5 : 15;
  const data = samples(length);
  const both: [number, number][] = Array.from({ length: times }, () => timed(new AUC(), data));
  const binned = Array.from({ length: times }, () => timed(new AUC({ numThresholds: 200 }), data));
  const middle = (list: readonly [number, number][], i: 0 | 1) =>
    percentile(
      Float64Array.from(list, (each) => each[i]),
      0.5,
    );
  const scikit = byScikitLearn(data, times);
  console.log(`\n${length} scores, a tenth positive, in batches of ${BATCH}`);
  report("ms", [
    ["exact: result()", middle(both, 1)],
    ["exact: all updateState()", middle(both, 0)],
    ["200 thresholds: result()", middle(binned, 1)],
    ["200 thresholds: all updateState()", middle(binned, 0)],
    ["typed arrays' sort()", median(times, () => bySorting(data))],
    ...(scikit === undefined ? [] : [["scikit-learn's roc_auc_score", scikit] as const]),
  ]);
  if (scikit === undefined) console.log("scikit-learn: Python has none");
}

/** The memory of scores alone: what is left after all garbage is gone. */
function bytesARow(gc: () => void, isWeighted: boolean): number {
  const { labels, scores } = samples(1_000_000);
  const weights = labels.map((_, i) => 1 + (i % 2));
  gc();
  const before = process.memoryUsage();
  const auc = new AUC();
  for (let start = 0; start < 1_000_000; start += BATCH) {
    const part = (list: Float32Array) => list.subarray(start, start + BATCH);
    auc.updateState(part(labels), part(scores), isWeighted ? part(weights) : undefined);
  }
  gc();
  const after = process.memoryUsage();
  // Used here, so that none of them was freed in between.
  const used = [auc.result(), labels[0], scores[0], weights[0]].every(Number.isFinite);
  const bytes = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed;
  return used ? bytes / 1_000_000 : Number.NaN;
}

const { gc } = globalThis as { gc?: () => void };
if (gc === undefined) console.log("\nbytes a row: run with node --expose-gc");
else {
  console.log(`\nunweighted state: ${bytesARow(gc, false).toFixed(1)} bytes a row`);
  console.log(`weighted state: ${bytesARow(gc, true).toFixed(1)} bytes a row`);
}
rmSync(folder, { recursive: true });
