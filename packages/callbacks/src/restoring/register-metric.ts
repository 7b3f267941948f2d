import { metricMarker } from "../any-metric/metric-marker.ts";
import type { MetricFunction } from "../metrics/reduction/mean-metric-wrapper.ts";
import { describeReceived } from "../text/describe-received.ts";
import { knownMetrics, type MetricClass } from "./known-metrics.ts";
import { restoreMetrics } from "./restore-metrics.ts";

// So a program that only loads a model has its metrics, too. A bundle without this import has not, and is smaller.
restoreMetrics();

/**
 * Registers your own metric under a name, so that `tf.loadLayersModel()` finds it in models that were saved with their
 * optimizer.
 *
 * Metrics of this package and of TensorFlow.js need no registration. The class must take all its options in one object and pass
 * it to `super`, and the options must be safe for JSON. If a bundler renames classes, give a name, both when the model is
 * saved and when it is loaded.
 *
 * As `keras.saving.register_keras_serializable` of Keras 3.16.
 *
 * @param metric a subclass of `Metric`, or a function for `compile()` or `MeanMetricWrapper`
 * @param name the name in the file; by default its own
 * @throws TypeError when it is neither, or has no name
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const bias = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.sub(yPred, yTrue);
 * registerMetric(bias);
 * const create = () => tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * const model = create();
 * model.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: [new MeanMetricWrapper(bias)] });
 * let saved: tf.io.ModelArtifacts = {};
 * const handler = tf.io.withSaveHandler(async (artifacts) => {
 *   saved = artifacts;
 *   return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
 * });
 * await model.save(handler, { includeOptimizer: true });
 * const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved));
 * loaded.metricsNames; // ["loss", "bias"]
 * ```
 */
export function registerMetric(
  metric: MetricClass | MetricFunction,
  name: string = (metric as { name?: string } | undefined)?.name ?? "",
): void {
  if (typeof metric !== "function" || typeof name !== "string" || name === "") {
    throw new TypeError(
      `registerMetric: metric must be a class of metrics or a function, with a name. Received: ${describeReceived(metric)}`,
    );
  }
  if (metricMarker in metric) {
    throw new TypeError(
      `registerMetric: metric must be the class ${metric.constructor.name}, not one of its metrics. Received: ${metric.name}`,
    );
  }
  knownMetrics.register(name, metric);
}
