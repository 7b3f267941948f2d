import { isMetric } from "../any-metric/is-metric.ts";
import { internalsOf } from "../layers-model/layers-model-internals.ts";
import { metricsInFiles } from "./metrics-in-files.ts";

/** What TensorFlow.js saves of a model's compile arguments. */
interface TrainingConfig {
  readonly metrics?: unknown;
  /** The metrics with those that TensorFlow.js cannot load, which passes over this. */
  readonly epochal_metrics?: unknown;
}

const extended = Symbol.for("epochal.trainingConfig");

/**
 * Teaches the models of a copy of TensorFlow.js to save and load metric objects with their options.
 *
 * TensorFlow.js saves the names of metrics, and refuses to load a model with one that it does not know. Without this package
 * the same file loads with the metrics that TensorFlow.js has itself.
 */
export function extendTrainingConfig(prototype: object): void {
  if (Object.hasOwn(prototype, extended)) return;
  Object.defineProperty(prototype, extended, { value: true });
  const methods = internalsOf(prototype);
  const { getTrainingConfig, loadTrainingConfig } = methods;
  methods.getTrainingConfig = function () {
    const inFiles = metricsInFiles();
    const saved = inFiles?.save(this.metrics);
    const as = (metrics: unknown) =>
      getTrainingConfig.call(Object.create(this, { metrics: { value: metrics } }));
    if (inFiles === undefined) return as(withoutOurs(this.metrics));
    if (saved === undefined) return getTrainingConfig.call(this);
    return { ...as([]), metrics: saved.stock, epochal_metrics: saved.all };
  };
  methods.loadTrainingConfig = function (config) {
    const { metrics: names, epochal_metrics: saved, ...rest } = config as TrainingConfig;
    const inFiles = metricsInFiles();
    const metrics = saved === undefined ? inFiles?.loadNames(names) : inFiles?.load(saved);
    if (metrics === undefined) {
      loadTrainingConfig.call(this, config);
      return;
    }
    loadTrainingConfig.call(this, rest);
    const { optimizer, loss } = this;
    this.compile({ optimizer, loss, metrics });
  };
}

/** The metrics that TensorFlow.js can load again in a page whose bundle has only some classes of this package. */
function withoutOurs(metrics: unknown): unknown {
  if (Array.isArray(metrics)) return metrics.filter((each) => !isMetric(each));
  const isByOutput = typeof metrics === "object" && metrics !== null;
  const holdsOurs = isByOutput && Object.values(metrics).flat().some(isMetric);
  return isMetric(metrics) || holdsOurs ? [] : metrics;
}
