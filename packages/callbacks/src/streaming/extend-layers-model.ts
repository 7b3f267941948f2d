import { registerCallbackConstructor } from "@tensorflow/tfjs";
import { isMetric } from "../metrics/is-metric.ts";
import { attachStreams } from "./attach-streams.ts";
import { ExactLogs } from "./exact-logs.ts";
import { fitWithCallbacks } from "./fit-with-callbacks.ts";
import { internalsOf, layersModelPrototype } from "./layers-model-internals.ts";
import { ModelStreams } from "./model-streams.ts";

const extended = Symbol.for("epochal.extended");

/**
 * Teaches this program's TensorFlow.js to run metric objects over whole passes and to take this package's callbacks.
 *
 * Models and fits without any of them go the way they always went. Does its work once, however often it is called and
 * however many copies of this package call it.
 */
export function extendLayersModel(): void {
  const prototype = layersModelPrototype();
  if (Object.hasOwn(prototype, extended)) {
    return;
  }
  Object.defineProperty(prototype, extended, { value: true });
  registerCallbackConstructor(0, ExactLogs);
  const { compile, fit, fitDataset } = prototype;
  prototype.compile = function (args) {
    compile.call(this, args);
    const hasMetrics = internalsOf(this).metricsTensors.some(([metric]) => isMetric(metric));
    if (hasMetrics || ModelStreams.of(this) !== undefined) {
      attachStreams(this);
    }
  };
  prototype.fit = function (x, y, args) {
    return fitWithCallbacks({ model: this, x, y, args }, (given) => fit.call(this, x, y, given));
  };
  prototype.fitDataset = function (dataset, args) {
    const fitted = { model: this, x: dataset, y: undefined, args };
    return fitWithCallbacks(fitted, (given) => fitDataset.call(this, dataset, given));
  };
}
