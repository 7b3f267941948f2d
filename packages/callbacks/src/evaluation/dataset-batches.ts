import { type data, dispose, type Tensor, type TensorContainer } from "@tensorflow/tfjs";
import type { MetricInput } from "../arrays/host-array.ts";
import { describeReceived } from "../text/describe-received.ts";
import type { Batch } from "./batch.ts";
import type { EvaluatedModel, ModelData } from "./evaluate-args.ts";
import { listOf } from "./list-of.ts";

interface Element {
  readonly xs: ModelData;
  readonly ys: ModelData;
  readonly sampleWeight?: MetricInput | Readonly<Record<string, MetricInput>>;
}

/** The batches of a dataset, as it gives them. */
export async function* datasetBatches(
  model: EvaluatedModel,
  dataset: data.Dataset<TensorContainer>,
): AsyncGenerator<Batch> {
  const iterator = await dataset.iterator();
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    const element: unknown = next.value;
    const { xs, ys, sampleWeight } = partsOf(element);
    const labels = listOf<Tensor>("ys", ys, model.outputNames);
    yield {
      inputs: listOf<Tensor>("xs", xs, model.inputNames),
      labels,
      weights:
        sampleWeight === undefined
          ? []
          : listOf<MetricInput>("sampleWeight", sampleWeight, model.outputNames),
      size: labels[0]?.shape[0] ?? 0,
      dispose: () => dispose(element as Tensor[]),
    };
  }
}

function partsOf(element: unknown): Element {
  if (Array.isArray(element) && element.length >= 2) {
    const [xs, ys, sampleWeight] = element;
    return { xs, ys, ...(sampleWeight === undefined ? {} : { sampleWeight }) };
  }
  if (typeof element === "object" && element !== null && "xs" in element && "ys" in element) {
    return element as Element;
  }
  throw new TypeError(
    "evaluate: a dataset must give batches of { xs, ys } or { xs, ys, sampleWeight }. Received: " +
      describeReceived(element),
  );
}
