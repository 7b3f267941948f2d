import type { Tensor } from "@tensorflow/tfjs";
import { type HostArray, toHostArray } from "../arrays/host-array.ts";
import type { Metric } from "../metrics/metric.ts";
import { triesLabels } from "../metrics/metric-marker.ts";
import type { MetricResult } from "../metrics/metric-result.ts";
import { internalsOf } from "./layers-model-internals.ts";
import { MetricNotices } from "./metric-notices.ts";
import { ModelStreams } from "./model-streams.ts";

/** How many predictions a metric is shown at once, and in all. */
const CHUNK = 2 ** 16;
const MOST = 2 ** 20;

/** Which samples of the labels, and under which keys their metrics are logged. */
export interface LabelRange {
  readonly start: number;
  readonly end: number;
  readonly prefix: "" | "val_";
}

/**
 * Tries a model's metrics on the labels of a training before its first batch: throws what they would throw of labels that
 * they are not made for, and notes which will be NaN for them whatever the model predicts.
 */
export function checkLabels(model: object, ys: readonly Tensor[], range: LabelRange): void {
  const { metricsTensors, outputs } = internalsOf(model);
  const notices = MetricNotices.of(model);
  for (const { metric, label, index, weighs } of ModelStreams.of(model)?.bound ?? []) {
    const output = metricsTensors[index - 1]?.[1] ?? 0;
    const [labels, predicted] = [ys[output], outputs[output]?.shape];
    // Labels of weight 0 may be anything.
    const canTry = weighs === undefined && Reflect.get(metric, triesLabels) === metric.updateState;
    if (labels === undefined || predicted?.length !== labels.shape.length || !canTry) continue;
    const key = range.prefix + label;
    const sampleShape = predicted.slice(1).map((length, i) => length ?? labels.shape[i + 1] ?? 1);
    const rows = range.end - range.start;
    const few = Math.min(rows, Math.max(1, Math.floor(MOST / sizeOf(sampleShape))));
    const tried = metric.clone();
    try {
      tryLabels(tried, readRows(labels, range.start, few), sampleShape);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`Metric ${key} failed: ${message}`, { cause: error });
    }
    // What holds for some of the labels may not hold for all.
    if (few < rows) continue;
    if (tried.nanReason !== undefined) notices.add("willBeNaN", key, tried.nanReason);
    for (const remark of tried.remarks) notices.add("remark", key, remark);
  }
}

function readRows(labels: Tensor, start: number, rows: number): HostArray {
  const { shape } = labels;
  const of = [rows, ...shape.slice(1)];
  // Of many labels only some are fetched from the device.
  if (labels.size > MOST) return { values: labels.slice(start, rows).dataSync(), shape: of };
  const width = sizeOf(shape.slice(1));
  const { values } = toHostArray(labels, "labels");
  return { values: slice(values, start * width, (start + rows) * width), shape: of };
}

/** Shows a metric the labels beside predictions of 0, part by part. */
function tryLabels(
  metric: Metric<MetricResult>,
  { values, shape }: HostArray,
  sampleShape: readonly number[],
): void {
  const [rows = 0, ...labelShape] = shape;
  const [size, width] = [sizeOf(sampleShape), sizeOf(labelShape)];
  const step = Math.max(1, Math.floor(CHUNK / size));
  const zeros = new Float32Array(step * size);
  for (let from = 0; from < rows; from += step) {
    const to = Math.min(from + step, rows);
    metric.updateState(
      { values: slice(values, from * width, to * width), shape: [to - from, ...labelShape] },
      { values: zeros.subarray(0, (to - from) * size), shape: [to - from, ...sampleShape] },
    );
  }
}

function slice(values: ArrayLike<number>, start: number, end: number): ArrayLike<number> {
  return Array.prototype.slice.call(values, start, end) as number[];
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
