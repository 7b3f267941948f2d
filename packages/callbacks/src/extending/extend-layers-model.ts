import { isMetric } from "../any-metric/is-metric.ts";
import { findCopies } from "../copies/find-copies.ts";
import type { LayersCopy } from "../copies/layers-copy.ts";
import { ownCopy } from "../copies/own-copy.ts";
import {
  internalsOf,
  missingMethods,
  type StockFitArgs,
} from "../layers-model/layers-model-internals.ts";
import { refuseFit, refuseFitDataset } from "../preflight/refuse-first.ts";
import { attachStreams } from "../streaming/attach-streams.ts";
import { ExactLogs } from "../streaming/exact-logs.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { checkMetrics } from "./check-metrics.ts";
import { extendTrainingConfig } from "./extend-training-config.ts";
import { fitWithCallbacks } from "./fit-with-callbacks.ts";

const extended = Symbol.for("epochal.extended");

/**
 * Teaches the TensorFlow.js of this program, every copy of it that shows itself, to run metric objects over whole passes and to
 * take this package's callbacks.
 *
 * Models and fits without any of them behave as before. It works once for each copy, however often it is called, and by however
 * many copies of this package.
 */
export function extendLayersModel(): void {
  for (const { copy } of findCopies()) {
    if (!isExtended(copy.LayersModel.prototype)) extendCopy(copy);
  }
}

/** Whether the models of this prototype do. */
export function isExtended(prototype: object): boolean {
  return Object.hasOwn(prototype, extended);
}

function extendCopy(copy: LayersCopy): void {
  const prototype = internalsOf(copy.LayersModel.prototype);
  const missing = missingMethods(prototype);
  if (missing.length > 0) {
    // Another copy may be one that nobody trains with.
    if (copy.LayersModel !== ownCopy.LayersModel) return;
    throw new Error(
      `@epochal/callbacks needs TensorFlow.js 4.10 or newer: the LayersModel of ${copy.version_layers} has no ${missing.join(", ")}`,
    );
  }
  Object.defineProperty(prototype, extended, { value: true });
  copy.registerCallbackConstructor(0, ExactLogs as never);
  takeCallbacks(copy);
  extendTrainingConfig(prototype);
  const { compile, fit, fitDataset } = prototype;
  prototype.compile = function (args) {
    const { metrics } = Object(args) as { metrics?: unknown };
    checkMetrics("compile: metrics", metrics, internalsOf(this).outputNames);
    compile.call(this, args);
    const hasMetrics = internalsOf(this).metricsTensors.some(([metric]) => isMetric(metric));
    if (hasMetrics || ModelStreams.of(this) !== undefined) {
      attachStreams(this);
    }
  };
  prototype.fit = function (x, y, args) {
    const given = { model: this, x, y, args };
    const run = (told: StockFitArgs) => fit.call(this, x, y, told);
    return fitWithCallbacks(given, {
      run,
      check: async () => {
        await refuseFit(fit, given);
        return { run, end: () => {} };
      },
    });
  };
  prototype.fitDataset = function (dataset, args) {
    const given = { model: this, dataset, args };
    return fitWithCallbacks(
      { model: this, x: dataset, y: undefined, args },
      {
        run: (told) => fitDataset.call(this, dataset, told),
        check: async () => {
          const checked = await refuseFitDataset(fitDataset, given);
          return {
            run: (told) => fitDataset.call(this, checked.dataset, { ...told, ...checked.args }),
            end: checked.end,
          };
        },
      },
    );
  };
}

/** Makes another copy accept callbacks of this package's TensorFlow.js: it knows only its own. */
function takeCallbacks({ Callback }: LayersCopy): void {
  if (Callback === ownCopy.Callback) return;
  const [Base, OwnBase] = [Callback, ownCopy.Callback].map(Object.getPrototypeOf);
  const isInstance = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(Base, Symbol.hasInstance, {
    value(this: unknown, given: unknown) {
      return isInstance.call(this, given) || (this === Base && isInstance.call(OwnBase, given));
    },
  });
}
