import { type data, dispose, type Tensor, type TensorContainer } from "@tensorflow/tfjs";
import { describeReceived } from "../text/describe-received.ts";
import type { Batch } from "./batch.ts";
import type { EvaluatedModel, ModelData } from "./evaluate-args.ts";
import { evaluatedSamples } from "./evaluated-samples.ts";

interface Element {
  readonly xs: ModelData;
  readonly ys: ModelData;
  readonly sampleWeight?: unknown;
}

/** The batches of a dataset, as it gives them: the first `count` of them. */
export async function* datasetBatches(
  model: EvaluatedModel,
  dataset: data.Dataset<TensorContainer>,
  count: number,
): AsyncGenerator<Batch> {
  const iterator = await dataset.iterator();
  for (let done = 0; done < count; done++) {
    const next = await iterator.next();
    if (next.done) return;
    const element: unknown = next.value;
    try {
      const { xs: x, ys: y, sampleWeight } = partsOf(element);
      const samples = evaluatedSamples(model, { x, y, sampleWeight });
      yield {
        ...samples,
        dispose: () => {
          samples.dispose();
          dispose(element as Tensor[]);
        },
      };
    } catch (error) {
      dispose(element as Tensor[]);
      throw error;
    }
  }
}

function partsOf(element: unknown): Element {
  if (Array.isArray(element) && element.length >= 2) {
    const [xs, ys, sampleWeight] = element;
    return { xs, ys, sampleWeight };
  }
  if (typeof element === "object" && element !== null && "xs" in element && "ys" in element) {
    return element as Element;
  }
  throw new TypeError(
    "evaluate: a dataset must give batches of { xs, ys } or { xs, ys, sampleWeight }. Received: " +
      describeReceived(element),
  );
}
