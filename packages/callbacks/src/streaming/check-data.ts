import { getBackend, Tensor, tidy } from "@tensorflow/tfjs";
import { readAhead } from "../arrays/host-array.ts";
import { checkLabels } from "./check-labels.ts";
import { type FitArgs, internalsOf } from "./layers-model-internals.ts";
import { MetricNotices } from "./metric-notices.ts";

/** There tensors are read without waiting for a device. */
const synchronous = new Set(["cpu", "wasm", "tensorflow"]);

/**
 * Says of data that do not fit what TensorFlow.js and the metrics are going to say, before a callback changes the model; and
 * what is to be said of labels that are no error. Of a dataset nothing is known.
 */
export async function checkData(
  model: object,
  x: unknown,
  y: unknown,
  args: FitArgs,
): Promise<void> {
  const { validationData, validationSplit, batchSize } = Object(args) as Record<string, unknown>;
  const validation = Array.isArray(validationData) ? validationData : undefined;
  if (!synchronous.has(getBackend())) {
    await Promise.all([...tensorsIn(y), ...tensorsIn(validation?.[1])].map(readAhead));
  }
  tidy(() => {
    const labelsOf = (features: unknown, labels: unknown) =>
      internalsOf(model).standardizeUserDataXY(features, labels, false, Number(batchSize ?? 32))[1];
    if (y !== undefined) {
      const ys = labelsOf(x, y);
      const size = ys[0]?.shape[0] ?? 0;
      const isSplit = validation === undefined && validationData == null && validationSplit != null;
      // Where stock fit() splits.
      const end = isSplit ? Math.floor(size * (1 - Number(validationSplit))) : size;
      checkLabels(model, ys, { start: 0, end, prefix: "" });
      if (end < size) checkLabels(model, ys, { start: end, end: size, prefix: "val_" });
    }
    if (validation !== undefined) {
      const ys = labelsOf(validation[0], validation[1]);
      checkLabels(model, ys, { start: 0, end: ys[0]?.shape[0] ?? 0, prefix: "val_" });
    }
  });
  MetricNotices.of(model).flush();
}

function tensorsIn(labels: unknown): readonly Tensor[] {
  const all: readonly unknown[] =
    labels instanceof Tensor ? [labels] : Object.values(Object(labels) as object);
  return all.filter((each) => each instanceof Tensor);
}
