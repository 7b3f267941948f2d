import { getBackend, Tensor, tidy } from "@tensorflow/tfjs";
import { readAhead } from "../arrays/host-array.ts";
import { internalsOf, type StockFitArgs } from "../layers-model/layers-model-internals.ts";
import { notedLabels } from "../layers-model/noted-labels.ts";
import { MetricNotices } from "../streaming/metric-notices.ts";
import { checkLabels } from "./check-labels.ts";

/** The backends that read tensors without waiting for a device. */
const synchronous = new Set(["cpu", "wasm", "tensorflow"]);

/**
 * Throws the errors of TensorFlow.js and of the metrics for data that do not fit, before a callback changes the model, and
 * prints notices of labels. It knows nothing of a dataset of the user's own.
 */
export async function checkData(
  model: object,
  x: unknown,
  y: unknown,
  args: StockFitArgs,
): Promise<void> {
  const { validationData, validationSplit, batchSize } = Object(args) as Record<string, unknown>;
  // TensorFlow.js takes an empty list for none.
  const validation =
    Array.isArray(validationData) && validationData.length > 0 ? validationData : undefined;
  const noted = notedLabels(x);
  const notedValidation = notedLabels(validationData);
  if (!synchronous.has(getBackend())) {
    const given = [y, validation?.[1], noted, notedValidation].flatMap(tensorsIn);
    await Promise.all(given.map(readAhead));
  }
  const tryAll = (ys: readonly Tensor[], prefix: "" | "val_") =>
    checkLabels(model, ys, { start: 0, end: ys[0]?.shape[0] ?? 0, prefix });
  tidy(() => {
    const labelsOf = (features: unknown, labels: unknown) =>
      internalsOf(model).standardizeUserDataXY(features, labels, false, Number(batchSize ?? 32))[1];
    if (y !== undefined) {
      const ys = labelsOf(x, y);
      const size = ys[0]?.shape[0] ?? 0;
      // The place where stock fit() splits.
      const share = Number(validationSplit ?? 0);
      const isSplit = validation === undefined && share > 0 && share < 1;
      const end = isSplit ? Math.floor(size * (1 - share)) : size;
      checkLabels(model, ys, { start: 0, end, prefix: "" });
      if (end < size) checkLabels(model, ys, { start: end, end: size, prefix: "val_" });
    }
    if (validation !== undefined) {
      tryAll(labelsOf(validation[0], validation[1]), "val_");
    }
    if (noted !== undefined) tryAll(noted, "");
    if (notedValidation !== undefined) tryAll(notedValidation, "val_");
  });
  MetricNotices.of(model).flush();
}

function tensorsIn(labels: unknown): readonly Tensor[] {
  const all: readonly unknown[] =
    labels instanceof Tensor ? [labels] : Object.values(Object(labels) as object);
  return all.filter((each) => each instanceof Tensor);
}
