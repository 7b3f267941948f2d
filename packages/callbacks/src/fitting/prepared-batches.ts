import type { data, Tensor } from "@tensorflow/tfjs";
import { describeReceived } from "../text/describe-received.ts";
import type { CurrentBatch } from "./current-batch.ts";
import { FitSamples, type FitSamplesArgs } from "./fit-samples.ts";

export interface PreparedBatchesArgs {
  /** The caller, for errors: `"fitDataset"`. */
  readonly owner: string;
  readonly model: object;
  readonly dataset: object;
  readonly classWeight?: unknown;
  /** Called with each batch. */
  readonly current: CurrentBatch;
}

interface Batches {
  iterator(): Promise<{ next(): Promise<IteratorResult<unknown>> }>;
  readonly size?: number;
}

/** The batches of a dataset, each prepared and checked as `fit()` does with its tensors, with the weights of the samples. */
export function preparedBatches(args: PreparedBatchesArgs): data.Dataset<never> {
  const { owner, model, classWeight, current } = args;
  const dataset = args.dataset as Batches;
  const batches: Batches = {
    ...(dataset.size !== undefined && { size: dataset.size }),
    async iterator() {
      const iterator = await dataset.iterator();
      const next = async () => {
        const { value, done } = await iterator.next();
        if (value == null) return { value, done } as IteratorResult<unknown>;
        const { xs: x, ys: y, sampleWeight } = elementOf(owner, value);
        const given = [x, y, sampleWeight].flatMap(tensorsIn);
        const samples = { owner, x, y, sampleWeight, classWeight };
        const { xs, ys, weights, made } = await prepared(model, samples, given);
        current.begin({ xs, ys, weights, others: made });
        return { value: { xs, ys }, done } as IteratorResult<unknown>;
      };
      return { next };
    },
  };
  return batches as unknown as data.Dataset<never>;
}

/** Takes over the tensors of an element. It frees those that are not trained on, and all of them where they do not fit. */
async function prepared(
  model: object,
  args: FitSamplesArgs,
  given: readonly Tensor[],
): Promise<FitSamples> {
  let used = new Set<Tensor>();
  try {
    const samples = await FitSamples.of(model, args);
    used = new Set([...samples.xs, ...samples.ys]);
    return samples;
  } finally {
    for (const tensor of given) if (!used.has(tensor)) tensor.dispose();
  }
}

interface Element {
  readonly xs: unknown;
  readonly ys: unknown;
  readonly sampleWeight?: unknown;
}

function elementOf(owner: string, value: unknown): Element {
  const { xs, ys } = Object(value) as Element;
  if (xs != null && ys != null) return value as Element;
  throw new TypeError(
    `${owner}: a dataset must give batches of { xs, ys } or { xs, ys, sampleWeight }. Received: ${describeReceived(value)}`,
  );
}

function tensorsIn(value: unknown): Tensor[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  if ("dataSync" in value) return [value as Tensor];
  return Object.values(value).flatMap(tensorsIn);
}
