// What the value after a batch costs of each metric whose value is not a few sums, by how many samples it has seen.
// node bench/running.ts
import { performance } from "node:perf_hooks";
import * as epochal from "@epochal/callbacks";
import { percentile } from "./report.ts";

const BATCH = 32;
const ROUNDS = 200;

type Make = () => epochal.Metric<never>;

const cases: Readonly<Record<string, readonly [columns: number, make: Make]>> = {
  AUC: [1, () => new epochal.AUC()],
  "AUC, weighted": [1, () => new epochal.AUC()],
  "AUC, multiLabel": [10, () => new epochal.AUC({ multiLabel: true })],
  "AUC, PR": [1, () => new epochal.AUC({ curve: "PR" })],
  "AUC, PRGAIN": [1, () => new epochal.AUC({ curve: "PRGAIN" })],
  "AUC, 200 thresholds": [1, () => new epochal.AUC({ numThresholds: 200 })],
  PrecisionAtRecall: [1, () => new epochal.PrecisionAtRecall({ recall: 0.5 })],
  SensitivityAtSpecificity: [1, () => new epochal.SensitivityAtSpecificity({ specificity: 0.5 })],
  "RecallAtPrecision, 200 thresholds": [
    1,
    () => new epochal.RecallAtPrecision({ precision: 0.5, numThresholds: 200 }),
  ],
  Precision: [1, () => new epochal.Precision()],
  F1Score: [10, () => new epochal.F1Score()],
  NDCG: [10, () => new epochal.NDCG()],
  CohenKappa: [1, () => new epochal.CohenKappa()],
  MatthewsCorrelation: [1, () => new epochal.MatthewsCorrelation()],
  ExpectedCalibrationError: [1, () => new epochal.ExpectedCalibrationError()],
  PearsonCorrelation: [1, () => new epochal.PearsonCorrelation()],
  R2Score: [1, () => new epochal.R2Score()],
} as never;

function batch(rows: number, columns: number): [Float32Array, Float32Array, Float32Array] {
  const labels = Float32Array.from({ length: rows * columns }, () => Number(Math.random() < 0.3));
  const scores = labels.map((label) => 1 / (1 + Math.exp(2 - label - 4 * Math.random())));
  return [labels, scores, Float32Array.from({ length: rows }, () => Math.random() * 2)];
}

/** Microseconds of the value after a batch, and of adding it. */
function timed(name: string, seen: number): [value: number, update: number] {
  const [columns, make] = cases[name] ?? [1, () => new epochal.AUC() as never];
  const metric = make();
  const shaped = (values: Float32Array) =>
    columns === 1 ? values : { values, shape: [values.length / columns, columns] };
  const step = (rows: number) => {
    const [labels, scores, weights] = batch(rows, columns);
    const begin = performance.now();
    metric.updateState(
      shaped(labels),
      shaped(scores),
      name.includes("weighted") ? weights : undefined,
    );
    const updated = performance.now();
    void (metric.result() as unknown);
    return [(performance.now() - updated) * 1000, (updated - begin) * 1000] as const;
  };
  for (let rows = 0; rows < seen; rows += 1000) step(Math.min(1000, seen - rows));
  for (let i = 0; i < 20; i++) step(BATCH);
  const steps = Array.from({ length: ROUNDS }, () => step(BATCH));
  const mean = (i: 0 | 1) => {
    // The mean and not the median: what comes seldom, such as a merge, belongs to what a batch costs.
    const list = Float64Array.from(steps, (each) => each[i]);
    return list.reduce((sum, each) => sum + each, 0) / list.length;
  };
  return [mean(0), mean(1)];
}

for (const seen of [4096, 100_000]) {
  console.log(`\n${seen} samples seen, batches of ${BATCH}: mean of ${ROUNDS} batches`);
  for (const name of Object.keys(cases)) {
    const runs = Array.from({ length: 3 }, () => timed(name, seen));
    const least = (i: 0 | 1) =>
      percentile(
        Float64Array.from(runs, (each) => each[i]),
        0,
      );
    console.log(
      `${name.padEnd(34)} value ${least(0).toFixed(1).padStart(9)} µs   update ${least(1).toFixed(1).padStart(7)} µs`,
    );
  }
}
