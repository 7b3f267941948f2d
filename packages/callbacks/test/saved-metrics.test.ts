import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import * as tf from "@tensorflow/tfjs";
import { afterAll, describe, expect, test, vi } from "vitest";
import * as epochal from "../src/index.ts";
import { AUC, MeanMetricWrapper, metrics, Precision, Recall } from "../src/index.ts";
import { saveModel } from "../src/saving/save-model.ts";

const root = mkdtempSync(path.join(tmpdir(), "epochal-saved-metrics-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Metrics = Exclude<tf.ModelCompileArgs["metrics"], undefined>;

const x = tf.randomNormal([40, 3], 0, 1, "float32", 3);
const y = tf.randomUniform([40, 1], 0, 2, "int32", 4).cast("float32");
const layer = (name?: string) =>
  tf.layers.dense({ units: 1, activation: "sigmoid", ...(name ? { name } : {}) });

const kinds = {
  sequential: (outputs: number) =>
    outputs > 1
      ? kinds.functional(outputs)
      : tf.sequential({
          layers: [tf.layers.dense({ units: 1, inputShape: [3], activation: "sigmoid" })],
        }),
  functional: (outputs: number): tf.LayersModel => {
    const inputs = tf.input({ shape: [3] });
    const ends = Array.from(
      { length: outputs },
      (_, i) => layer(`o${i + 1}`).apply(inputs) as tf.SymbolicTensor,
    );
    return tf.model({ inputs, outputs: ends });
  },
};

async function artifactsOf(model: tf.LayersModel): Promise<tf.io.ModelArtifacts> {
  let saved: tf.io.ModelArtifacts = {};
  const handler = tf.io.withSaveHandler(async (given) => {
    saved = given;
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" } };
  });
  await model.save(handler, { includeOptimizer: true });
  return inJson(saved);
}

/** As a file holds it. */
function inJson(artifacts: tf.io.ModelArtifacts): tf.io.ModelArtifacts {
  const { weightData, ...rest } = artifacts;
  return { ...(JSON.parse(JSON.stringify(rest)) as object), ...(weightData && { weightData }) };
}

function valuesOf(model: tf.LayersModel): Record<string, number> {
  const labels = Array.from({ length: model.outputs.length }, () => y);
  const values = [model.evaluate(x, labels, { batchSize: 7 })].flat() as tf.Scalar[];
  return Object.fromEntries(
    model.metricsNames.map((name, i) => [name, values[i]?.dataSync()[0] as number]),
  );
}

const bias = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.sub(yPred, yTrue);

/** The share of predictions above a limit. */
class Above extends epochal.Metric {
  #above = this.addVariable();
  #seen = this.addVariable();
  #limit: number;
  constructor(args: { name?: string; limit?: number } = {}) {
    super(args, { name: "above" });
    this.#limit = args.limit ?? 0;
  }
  updateState(_yTrue: epochal.MetricInput, yPred: epochal.MetricInput): void {
    const { values } = this.read(yPred, "yPred");
    for (const value of Array.from(values)) this.#above.add(value > this.#limit ? 1 : 0);
    this.#seen.add(values.length);
  }
  result(): number {
    return this.#above.value / this.#seen.value;
  }
}

const forms: Record<string, { readonly outputs?: number; readonly create: () => Metrics }> = {
  "one metric": { create: () => new AUC() as never },
  "a list, with options": {
    create: () => [new AUC({ curve: "PR" }), new Recall({ thresholds: 0.3, name: "r" })],
  },
  "stock strings beside ours": { create: () => ["accuracy", new AUC(), "mse"] },
  "several of one class": { create: () => [new AUC(), new AUC(), new AUC({ curve: "PR" })] },
  "by identifiers": { create: () => metrics("accuracy", "AUC", "mean_squared_error") },
  "stock functions beside ours": {
    create: () => [tf.metrics.binaryAccuracy, new AUC(), tf.metrics.recall],
  },
  "a name that stock has, too": { create: () => [new Precision({ thresholds: 0.2 })] },
  "several thresholds": { create: () => [new Precision({ thresholds: [0.2, 0.7] }), new AUC()] },
  "for all outputs": { outputs: 2, create: () => [new AUC(), "mse"] },
  "by output": { outputs: 2, create: () => ({ o1: new AUC(), o2: "mse" }) as never },
  "by output, in lists": {
    outputs: 3,
    create: () => ({ o1: [new AUC(), "acc"], o3: [new Recall({ thresholds: 0.4 })] }) as never,
  },
};

describe.each(Object.entries(kinds))("a %s model saved with its optimizer", (_, createModel) => {
  test.each(Object.entries(forms))("has its metrics again: %s", async (__, form) => {
    const { outputs = 1, create } = form;
    const model = createModel(outputs);
    model.compile({ optimizer: "adam", loss: "binaryCrossentropy", metrics: create() });
    const labels = Array.from({ length: outputs }, () => y);
    await model.fit(x, labels, { verbose: 0, epochs: 2 });
    const expected = valuesOf(model);
    const saved = await artifactsOf(model);
    const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved));
    expect(valuesOf(loaded)).toEqual(expected);
    expect(loaded.metricsNames).toEqual(model.metricsNames);
    // And goes on with the moments of the optimizer.
    expect(loaded.optimizer.iterations).toBe(model.optimizer.iterations);
    const again = await tf.loadLayersModel(tf.io.fromMemory(await artifactsOf(loaded)));
    expect(valuesOf(again)).toEqual(expected);
  });
});

describe("every metric of this package", () => {
  const needed: Record<string, object> = {
    ConfusionMatrix: { numClasses: 2 },
    FBetaScore: { beta: 2 },
    IoU: { numClasses: 2, targetClassIds: [0] },
    MeanIoU: { numClasses: 2 },
    OneHotIoU: { numClasses: 2, targetClassIds: [0] },
    OneHotMeanIoU: { numClasses: 2 },
    PrecisionAtRecall: { recall: 0.5 },
    RecallAtPrecision: { precision: 0.5 },
    SensitivityAtSpecificity: { specificity: 0.5 },
    SpecificityAtSensitivity: { sensitivity: 0.5 },
    BinaryIoU: { targetClassIds: [1], threshold: 0.3 },
  };
  const classes = Object.entries(epochal).filter(
    ([name, value]) =>
      typeof value === "function" &&
      value.prototype instanceof epochal.Metric &&
      !["Mean", "Sum", "MeanMetricWrapper"].includes(name),
  ) as [string, new (args: object) => epochal.Metric][];

  test.each(classes)("%s", async (name, Class) => {
    const model = kinds.sequential(1);
    const metric = new Class({ ...needed[name], name: "mine" });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: [metric] });
    const loaded = await tf.loadLayersModel(tf.io.fromMemory(await artifactsOf(model)));
    const [restored] = loaded.metrics as unknown as epochal.Metric[];
    expect(restored).toBeInstanceOf(Class);
    expect(restored?.getConfig()).toEqual(metric.getConfig());
  });
});

describe("metrics of somebody's own", () => {
  const save = async (metric: unknown) => {
    const model = kinds.sequential(1);
    model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: [metric as never] });
    return { saved: await artifactsOf(model), expected: valuesOf(model), model };
  };

  test("are an error that says how to make them known, until they are", async () => {
    const above = await save(new Above({ limit: 0.6 }));
    const wrapper = await save(new MeanMetricWrapper(bias, { direction: "min" }));
    await expect(tf.loadLayersModel(tf.io.fromMemory(above.saved))).rejects.toThrow(
      "loadLayersModel: the model was saved with a metric of the class Above, which this program has not registered. Give it to registerMetric()",
    );
    await expect(tf.loadLayersModel(tf.io.fromMemory(wrapper.saved))).rejects.toThrow(
      "a metric of the function bias, which this program has not registered",
    );
    // A checkpoint is for loading: it leaves metrics out that would keep it from that.
    let checkpoint: tf.io.ModelArtifacts = {};
    const handler = tf.io.withSaveHandler(async (given) => {
      checkpoint = given;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" } };
    });
    await saveModel(above.model, { handler, weightsOnly: false, includeOptimizer: true });
    const loaded = await tf.loadLayersModel(tf.io.fromMemory(inJson(checkpoint)));
    expect(loaded.metricsNames).toEqual(["loss"]);
    epochal.registerMetric(Above);
    epochal.registerMetric(bias);
    // JSON has no word for this option.
    const all = await save(new Above({ limit: Number.NEGATIVE_INFINITY }));
    expect(all.expected.above).toBe(1);
    for (const { saved, expected } of [above, wrapper, all]) {
      expect(valuesOf(await tf.loadLayersModel(tf.io.fromMemory(saved)))).toEqual(expected);
    }
    await saveModel(above.model, { handler, weightsOnly: false, includeOptimizer: true });
    const known = await tf.loadLayersModel(tf.io.fromMemory(inJson(checkpoint)));
    expect(valuesOf(known)).toEqual(above.expected);
    const plain = await save(bias);
    expect(valuesOf(await tf.loadLayersModel(tf.io.fromMemory(plain.saved)))).toEqual(
      plain.expected,
    );
  });

  test("are refused where they are none", () => {
    expect(() => epochal.registerMetric(5 as never)).toThrow(
      "registerMetric: metric must be a class of metrics or a function, with a name. Received: 5",
    );
    expect(() => epochal.registerMetric(new AUC() as never)).toThrow(
      "registerMetric: metric must be the class AUC, not one of its metrics. Received: auc",
    );
  });
});

test("what TensorFlow.js saved by names alone has the default metrics, and the program is told", async () => {
  const model = kinds.sequential(1);
  model.compile({ optimizer: "sgd", loss: "binaryCrossentropy", metrics: ["acc", new AUC()] });
  const { trainingConfig, ...rest } = await artifactsOf(model);
  const { epochal_metrics: _, ...config } = trainingConfig as unknown as Record<string, unknown>;
  const earlier = { ...rest, trainingConfig: { ...config, metrics: ["acc", "auc"] } as never };
  const warnings: string[] = [];
  const warn = vi
    .spyOn(console, "warn")
    .mockImplementation((line) => void warnings.push(String(line)));
  const loaded = await tf.loadLayersModel(tf.io.fromMemory(earlier));
  warn.mockRestore();
  expect(valuesOf(loaded)).toEqual(valuesOf(model));
  expect(warnings).toEqual([
    "loadLayersModel: the model was saved without the options of its metrics; auc got the default options",
  ]);
  const unknown = { ...rest, trainingConfig: { ...config, metrics: ["my_auc"] } as never };
  await expect(tf.loadLayersModel(tf.io.fromMemory(unknown))).rejects.toThrow(
    "a metric called my_auc, which this program does not know",
  );
});

test("in programs of their own: with this package the metrics are there, without it TensorFlow.js' own", async () => {
  const program = new URL("saved-model.ts", import.meta.url).pathname;
  const run = async (way: string) => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, way, root]);
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Record<string, number>;
  };
  const saved = await run("save");
  expect(Object.keys(saved)).toEqual(["loss", "acc", "auc", "recall"]);
  const { auc: _, recall: __, ...stock } = saved;
  const ways = { load: saved, "load-plain": stock, "load-late": stock };
  const found = await Promise.all(Object.keys(ways).map(run));
  expect(found).toEqual(Object.values(ways));
  const { auc: ___, recall: ____, ...ofFew } = await run("save-alone");
  expect(await Promise.all(["load", "load-plain"].map(run))).toEqual([ofFew, ofFew]);
});
