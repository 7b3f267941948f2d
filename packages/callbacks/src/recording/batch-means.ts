import type { BatchMeansEvent } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import { compiledLabels } from "../monitoring/compiled-labels.ts";

/** Which metrics of a model TensorFlow.js averages over batches; undefined where there are none. */
export function batchMeans(model: LayersModel): BatchMeansEvent | undefined {
  const means = compiledLabels(model).filter(({ kind, isExact }) => kind === "metric" && !isExact);
  if (means.length === 0) return undefined;
  const inexact = means.flatMap(({ label: key, exactInstead: exact }) =>
    exact === undefined ? [] : [{ key, exact }],
  );
  return {
    type: "batch_means",
    keys: means.map(({ label }) => label),
    ...(inexact.length > 0 && { inexact }),
  };
}
