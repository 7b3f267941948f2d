import type { Tensor } from "@tensorflow/tfjs";
import type { Batch } from "./batch.ts";
import type { EvaluatedSamples } from "./evaluated-samples.ts";

/** Cuts samples into batches. */
export function* tensorBatches(samples: EvaluatedSamples, batchSize: number): Generator<Batch> {
  for (let start = 0; start < samples.size; start += batchSize) {
    const size = Math.min(batchSize, samples.size - start);
    const cut = (tensor: Tensor) =>
      tensor.slice(
        [start, ...new Array<number>(tensor.rank - 1).fill(0)],
        [size, ...tensor.shape.slice(1)],
      );
    const [inputs, labels] = [samples.inputs.map(cut), samples.labels.map(cut)];
    const weights = samples.weights.map((each) => each && cut(each));
    yield {
      inputs,
      labels,
      weights,
      size,
      dispose: () => {
        for (const tensor of [...inputs, ...labels, ...weights]) tensor?.dispose();
      },
    };
  }
}
