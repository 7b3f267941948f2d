import { globSync, readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import type { MetricResult } from "../any-metric/metric-result.ts";
import * as epochal from "../index.ts";
import type { Metric } from "../metrics/metric.ts";
import { getMetric } from "./get-metric.ts";
import { knownIdentifiers } from "./known-identifiers.ts";
import { metricClasses } from "./metric-classes.ts";
import { metrics } from "./metrics.ts";

interface Naming {
  readonly classes: Readonly<
    Record<
      string,
      {
        readonly identifiers: readonly string[];
        readonly default_name: string;
        readonly direction: "max" | "min" | null;
        readonly params: Readonly<Record<string, unknown>>;
      }
    >
  >;
  readonly accuracy_resolution: readonly {
    readonly identifier: string;
    readonly y_true_shape: readonly number[];
    readonly y_pred_shape: readonly number[];
    readonly class: string;
    readonly log_name: string;
  }[];
}

const file = new URL("../../test/golden/keras-naming.json", import.meta.url);
const naming = JSON.parse(readFileSync(file, "utf8")) as Naming;

/** What Keras marks as required, as options of ours. */
function requiredOf(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = { num_classes: 3, target_class_ids: [0] };
  const required = Object.keys(params).filter((key) => params[key] === "<required>");
  return Object.fromEntries(
    required.map((key) => [
      key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      values[key] ?? 0.5,
    ]),
  );
}

const identifiers = Object.entries(naming.classes).flatMap(([name, facts]) =>
  facts.identifiers.map((identifier) => [identifier, name, facts] as const),
);

describe("getMetric", () => {
  test("knows every class of Keras", () => {
    expect(Object.keys(naming.classes)).toHaveLength(44);
    expect(Object.keys(naming.classes).filter((name) => !(name in epochal))).toEqual([]);
  });

  test.each(identifiers)("%s is %s", (identifier, name, facts) => {
    const metric = getMetric(identifier, requiredOf(facts.params));
    expect(metric).toBeInstanceOf(Reflect.get(epochal, name));
    expect(metric.name).toBe(facts.default_name);
    expect(metric.direction ?? null).toBe(facts.direction);
  });

  test("says what it needs", () => {
    expect(() => getMetric("io_u")).toThrow(TypeError);
    expect(() => getMetric("io_u")).toThrow("IoU: numClasses");
    expect(() => getMetric("recall_at_precision")).toThrow("RecallAtPrecision: precision");
  });

  test.each([
    ["acuracy", "Did you mean accuracy"],
    ["f2", 'Received: "f2"'],
    ["mean_iuo", "mean_iou?"],
    ["", 'Received: ""'],
    ["__proto__", 'Received: "__proto__"'],
  ])("refuses %j", (identifier, message) => {
    expect(() => getMetric(identifier)).toThrow(RangeError);
    expect(() => getMetric(identifier)).toThrow(message);
  });

  test.each(Object.entries(metricClasses))("knows %s by its name in the logs", (name, Class) => {
    const facts = naming.classes[name] ?? { params: {} };
    const metric = new (Class as new (args: object) => Metric<MetricResult>)(
      requiredOf(facts.params),
    );
    expect(getMetric(metric.name, requiredOf(facts.params))).toBeInstanceOf(Class);
  });

  test.each([
    ["f1", "F1Score"],
    ["rmse", "RootMeanSquaredError"],
    ["r2", "R2Score"],
    ["mcc", "MatthewsCorrelation"],
    ["kappa", "CohenKappa"],
  ])("knows %s, as people say", (said, name) => {
    const [metric] = metrics(said);
    expect(metric).toBeInstanceOf(Reflect.get(epochal, name));
    expect(metric?.name).toBe(said);
  });

  test("knows every name in the documentation", () => {
    const home = new URL("../../../../", import.meta.url);
    const pages = globSync(
      ["*.md", "packages/*/*.md", "packages/*/docs/**/*.md", "examples/**/*.ts"],
      {
        cwd: home,
        exclude: ["**/node_modules/**"],
      },
    );
    const used = pages.flatMap((page) =>
      [
        ...readFileSync(new URL(page, home), "utf8").matchAll(/\b(?:metrics|getMetric)\(([^()]*)/g),
      ].flatMap(([, given = ""]) =>
        [...given.replaceAll(/\{[^}]*\}/g, "").matchAll(/"(\w+)"/g)].map(([, each = ""]) => each),
      ),
    );
    expect(used.length).toBeGreaterThan(10);
    const unknown = used.filter((each) => !/^acc/.test(each) && !knownIdentifiers.has(each));
    expect(unknown).toEqual([]);
  });

  test("refuses a list, and options for an object", () => {
    expect(() => metrics(["auc"] as never)).toThrow(
      'metrics: give the metrics one by one, metrics("auc", "mse"). Received: a list',
    );
    expect(() => getMetric(new epochal.AUC(), { name: "a" })).toThrow(
      "getMetric: a metric object has its options already. Received: auc, and options for it",
    );
  });

  test("passes metrics through and wraps functions", () => {
    const auc = new epochal.AUC();
    expect(getMetric(auc)).toBe(auc);
    const half = (yTrue: tf.Tensor) => tf.mul(yTrue, 0.5);
    const wrapped = getMetric(half as never);
    wrapped.updateState([[1], [3]], [[0], [0]]);
    expect(wrapped.name).toBe("half");
    expect(wrapped.result()).toBe(1);
    expect(() => getMetric(7 as never)).toThrow("Received: 7");
  });
});

const losses = {
  meanSquaredError: "MeanSquaredError",
  meanAbsoluteError: "MeanAbsoluteError",
  meanAbsolutePercentageError: "MeanAbsolutePercentageError",
  meanSquaredLogarithmicError: "MeanSquaredLogarithmicError",
  squaredHinge: "SquaredHinge",
  hinge: "Hinge",
  categoricalHinge: "CategoricalHinge",
  logcosh: "LogCoshError",
  categoricalCrossentropy: "CategoricalCrossentropy",
  sparseCategoricalCrossentropy: "SparseCategoricalCrossentropy",
  binaryCrossentropy: "BinaryCrossentropy",
  kullbackLeiblerDivergence: "KLDivergence",
  poisson: "Poisson",
  cosineProximity: "CosineProximity",
};

describe("the losses of TensorFlow.js", () => {
  const known = Object.keys(losses);
  test.each(Object.entries(losses))(
    "%s is the metric %s, with the same value",
    async (loss, name) => {
      const [metric] = metrics(loss);
      expect(metric).toBeInstanceOf(Reflect.get(epochal, name));
      expect(metric?.name).toBe(loss);
      expect(metric?.direction).toBe("min");

      const isSparse = loss.startsWith("sparse");
      const isHinge = /hinge/i.test(loss);
      const yPred = tf.softmax(tf.randomNormal([8, 3], 0, 1, "float32", 3));
      const oneHot = tf.oneHot(tf.tensor1d([0, 2, 1, 1, 0, 2, 2, 0], "int32"), 3).cast("float32");
      const yTrue = isSparse ? oneHot.argMax(1).expandDims(1).cast("float32") : oneHot;
      const labels = isHinge && loss !== "categoricalHinge" ? yTrue.mul(2).sub(1) : yTrue;
      const model = tf.sequential({
        layers: [tf.layers.activation({ activation: "linear", inputShape: [3] })],
      });
      model.compile({ optimizer: "sgd", loss, metrics: [metric as epochal.Metric] });
      const [stock, ours] = (model.evaluate(yPred, labels, { batchSize: 8 }) as tf.Scalar[]).map(
        (value) => value.dataSync()[0] ?? Number.NaN,
      );
      expect(ours).toBeCloseTo(stock ?? Number.NaN, 4);
    },
  );

  test("an unknown one is not taken for another", () => {
    for (const loss of known) expect(() => getMetric(`${loss}Error2`)).toThrow(RangeError);
  });
});

describe("metrics", () => {
  test.each(naming.accuracy_resolution.map((row) => [JSON.stringify(row), row] as const))(
    "%s",
    (_, row) => {
      const [metric] = metrics(row.identifier);
      expect(metric?.name).toBe(row.log_name);
      const classes = row.y_pred_shape.at(-1) ?? 1;
      const yTrue = tf.randomUniform(
        [...row.y_true_shape],
        0,
        classes === 1 ? 2 : classes,
        "int32",
        4,
      );
      const isOneHot = row.class === "CategoricalAccuracy";
      const labels = isOneHot
        ? tf.oneHot(tf.randomUniform([row.y_true_shape[0] ?? 0], 0, classes, "int32", 5), classes)
        : yTrue;
      const logits = tf.randomNormal([...row.y_pred_shape], 0, 1, "float32", 6);
      const predictions = classes === 1 ? tf.sigmoid(logits) : tf.softmax(logits);
      const asKeras = getMetric(row.class);
      metric?.updateState(labels, predictions);
      asKeras.updateState(labels, predictions);
      expect(metric?.result()).toBe(asKeras.result());
    },
  );

  test("accuracy of several sigmoids counts each label", () => {
    const [accuracy] = metrics("accuracy");
    accuracy?.updateState(
      [
        [1, 1, 0],
        [0, 1, 0],
      ],
      [
        [0.9, 0.8, 0.6],
        [0.2, 0.7, 0.1],
      ],
    );
    expect(accuracy?.result()).toBeCloseTo(5 / 6, 12);
  });

  test("log keys are the strings, and are numbered within one compile only", () => {
    for (let i = 0; i < 2; i++) {
      const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
      model.compile({
        optimizer: "sgd",
        loss: "meanSquaredError",
        metrics: metrics("AUC", "mse", new epochal.AUC(), new epochal.AUC({ curve: "PR" })),
      });
      const inner = (model as unknown as { model: { getDedupedMetricsNames(): string[] } }).model;
      expect(inner.getDedupedMetricsNames()).toEqual(["loss", "AUC", "mse", "auc", "auc_1"]);
    }
  });
});
