import type { Tensor } from "@tensorflow/tfjs";
import { triesLabels } from "../any-metric/metric-marker.ts";
import { internalsOf } from "../layers-model/layers-model-internals.ts";
import { MetricNotices } from "../streaming/metric-notices.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { type DistinctSamples, distinctSamples } from "./distinct-samples.ts";

/** Which samples of the labels, and under which keys their metrics are logged. */
export interface LabelRange {
  readonly start: number;
  readonly end: number;
  readonly prefix: "" | "val_";
}

/**
 * Tries a model's metrics on the labels of a training before its first batch. It throws what they would throw for labels that
 * they are not made for, and notes which metrics will be NaN whatever the model predicts.
 */
export function checkLabels(model: object, ys: readonly Tensor[], range: LabelRange): void {
  const { metricsTensors, outputs } = internalsOf(model);
  const notices = MetricNotices.of(model);
  const known = new Map<number, DistinctSamples>();
  for (const { metric, label, index, weighs } of ModelStreams.of(model)?.bound ?? []) {
    const output = metricsTensors[index - 1]?.[1] ?? 0;
    const [labels, predicted] = [ys[output], outputs[output]?.shape];
    // Labels of weight 0 may be anything.
    const canTry = weighs === undefined && Reflect.get(metric, triesLabels) === metric.updateState;
    if (labels === undefined || predicted?.length !== labels.shape.length || !canTry) continue;
    const key = range.prefix + label;
    const sampleShape = predicted.slice(1).map((length, i) => length ?? labels.shape[i + 1] ?? 1);
    const tried = metric.clone();
    const distinct = known.get(output) ?? distinctSamples(labels, range.start, range.end);
    known.set(output, distinct);
    try {
      const shape = [distinct.samples.shape[0] ?? 0, ...sampleShape];
      const size = shape.reduce((product, length) => product * length, 1);
      tried.updateState(distinct.samples, { values: new Float32Array(size), shape });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`Metric ${key} failed: ${message}`, { cause: error });
    }
    // A result for some of the labels may not hold for all.
    if (!distinct.areAll) continue;
    if (tried.nanReason !== undefined) notices.add("willBeNaN", key, tried.nanReason);
    for (const remark of tried.remarks) notices.add("remark", key, remark);
  }
}
