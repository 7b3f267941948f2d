// What each metric costs a batch, beside TensorFlow.js' own binaryAccuracy and precision in the same run.
// node bench/metrics.ts [cpu|wasm]
import { performance } from "node:perf_hooks";
import * as epochal from "@epochal/callbacks";
import * as tf from "@tensorflow/tfjs";
import { percentile, report } from "./report.ts";

const backend = process.argv[2] ?? "cpu";
if (backend === "wasm") await import("@tensorflow/tfjs-backend-wasm");
await tf.setBackend(backend);

const CLASSES = 10;
const BATCHES = 200;

type Step = (yTrue: tf.Tensor, yPred: tf.Tensor) => void;

/** The options a metric cannot be made without. */
const needed: Readonly<Record<string, object>> = {
  SensitivityAtSpecificity: { specificity: 0.9 },
  SpecificityAtSensitivity: { sensitivity: 0.9 },
  PrecisionAtRecall: { recall: 0.9 },
  RecallAtPrecision: { precision: 0.9 },
  IoU: { numClasses: CLASSES, targetClassIds: [1], sparseYTrue: false, sparseYPred: false },
  MeanIoU: { numClasses: CLASSES, sparseYTrue: false, sparseYPred: false },
  OneHotIoU: { numClasses: CLASSES, targetClassIds: [1] },
  OneHotMeanIoU: { numClasses: CLASSES },
  ConfusionMatrix: { numClasses: 2 },
};

/** Those that look at a row of classes. */
const ofRows = /Categorical|KLDivergence|OneHot|^IoU|MeanIoU|NDCG|Cosine/;

const stock: Readonly<Record<string, Step>> = {
  "TensorFlow.js binaryAccuracy": (yTrue, yPred) =>
    void tf.tidy(() => tf.mean(tf.metrics.binaryAccuracy(yTrue, yPred)).dataSync()),
  "TensorFlow.js precision": (yTrue, yPred) =>
    void tf.tidy(() => tf.mean(tf.metrics.precision(yTrue, yPred)).dataSync()),
};

const set = epochal.metrics("accuracy", "auc", "precision", "recall", "f1_score");
const together: Step = (yTrue, yPred) => {
  for (const metric of set) metric.updateState(yTrue, yPred);
};

const ours = Object.entries(epochal).flatMap(([name, Class]): [string, Step][] => {
  const isMetric = typeof Class === "function" && Class.prototype instanceof epochal.Metric;
  if (!isMetric || name === "MeanMetricWrapper" || name === "Mean" || name === "Sum") return [];
  const metric = new (Class as new (args: object) => epochal.Metric)(needed[name] ?? {});
  return [[name, (yTrue, yPred) => metric.updateState(yTrue, yPred)]];
});

const all = {
  ...stock,
  "accuracy, auc, precision, recall, f1": together,
  ...Object.fromEntries(ours),
};

for (const size of [32, 256, 2048]) {
  const samples = new Map(Object.keys(all).map((name) => [name, new Float64Array(BATCHES)]));
  for (let i = -20; i < BATCHES; i++) {
    for (const [name, step] of Object.entries(all)) {
      const columns = ofRows.test(name) ? CLASSES : 1;
      const isSparse = name.startsWith("Sparse");
      // New tensors every time: a batch is read from its device once, and then known.
      const yPred = tf.randomUniform([size, columns]);
      const yTrue = tf
        .randomUniform([size, isSparse ? 1 : columns])
        .greater(0.5)
        .cast("float32");
      const begin = performance.now();
      step(yTrue, yPred);
      const micros = (performance.now() - begin) * 1000;
      tf.dispose([yTrue, yPred]);
      const sample = samples.get(name);
      if (i >= 0 && sample) sample[i] = micros;
    }
  }
  console.log(`\nbatch of ${size}, backend ${backend}, median of ${BATCHES} batches`);
  report(
    "µs",
    [...samples].map(([name, sample]) => [name, percentile(sample, 0.5)]),
  );
}
