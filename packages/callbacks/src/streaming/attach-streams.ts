import { isMetric } from "../any-metric/is-metric.ts";
import { internalsOf } from "../layers-model/layers-model-internals.ts";
import { checkLogKey } from "./check-log-key.ts";
import { checkTwin } from "./check-twin.ts";
import { checkValues } from "./check-values.ts";
import { ModelStreams } from "./model-streams.ts";

/** Makes this one model run its metric objects over whole passes. Called again after each compile. */
export function attachStreams(model: object): ModelStreams {
  const known = ModelStreams.of(model);
  const streams = known ?? new ModelStreams(model);
  bindMetrics(model, streams);
  if (known === undefined) {
    wrapPasses(model, streams);
  }
  return streams;
}

function bindMetrics(model: object, streams: ModelStreams): void {
  const inner = internalsOf(model);
  // A model that is not compiled yet has none.
  const tensors = (inner.metricsTensors as typeof inner.metricsTensors | undefined) ?? [];
  const places = [...tensors.entries()].flatMap(([i, [metric]]) =>
    isMetric(metric) ? [{ metric, i }] : [],
  );
  streams.bound = places.map(({ metric, i }) => {
    checkValues(metric);
    checkTwin(metric);
    const label = nameApart(inner.metricsNames, i + 1);
    checkLogKey(label);
    return { metric, label, index: i + 1 };
  });
  for (const [i, place] of places.entries()) {
    const output = tensors[place.i]?.[1] ?? 0;
    tensors[place.i] = [(yTrue, yPred) => streams.answer(i, yTrue, yPred), output];
  }
}

/** Gives a metric a key of its own among the model's, as Keras does: `auc`, `auc_1`, `auc_2`. */
function nameApart(names: string[], index: number): string {
  const name = names[index] ?? "";
  const others = new Set(names.slice(0, index));
  let label = name;
  for (let i = 1; others.has(label); i++) label = `${name}_${i}`;
  names[index] = label;
  return label;
}

function wrapPasses(model: object, streams: ModelStreams): void {
  const inner = internalsOf(model);
  const { makeTrainFunction, makeTestFunction, testLoop, evaluateDataset } = inner;
  inner.makeTrainFunction = () => streams.trainFunction(makeTrainFunction.call(inner));
  inner.makeTestFunction = () => {
    makeTestFunction.call(inner);
    inner.testFunction = streams.testFunction(inner.testFunction, inner.outputNames.length);
  };
  inner.testLoop = (batch, ...rest) => {
    const pass = streams.evaluation(batch);
    streams.beginTest();
    try {
      const outs = testLoop.call(inner, batch, ...rest);
      return pass === undefined ? outs : streams.finish(pass, outs);
    } finally {
      streams.endTest();
    }
  };
  inner.evaluateDataset = async (dataset, args) => {
    streams.beginTest();
    try {
      const running = evaluateDataset.call(inner, dataset, args);
      // The call has made its test function by now: it first waits for the dataset.
      const pass = streams.evaluation(inner.testFunction);
      const outs = await running;
      return pass !== undefined && Array.isArray(outs) ? streams.finish(pass, outs) : outs;
    } finally {
      streams.endTest();
    }
  };
}
