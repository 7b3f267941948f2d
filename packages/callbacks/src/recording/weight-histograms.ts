import type { LayersModel } from "@tensorflow/tfjs";
import { type Histogram, histogram } from "../arrays/histogram.ts";
import { weightsOf } from "../weights/weights-of.ts";

/** As many bins as TensorBoard's own writers make. */
const buckets = 30;

/** Makes histograms of a model's weights at the end of an epoch, and of their changes in the epoch. */
export class WeightHistograms {
  #before: Map<string, Float32Array> = new Map();

  async begin(model: LayersModel): Promise<void> {
    this.#before = await readWeights(model);
  }

  /** The histograms by key: `<weight>/histogram` and `<weight>/update_histogram`. */
  async end(model: LayersModel): Promise<Map<string, Histogram>> {
    const found = new Map<string, Histogram>();
    const add = (key: string, values: Float32Array) => {
      const counted = histogram(values, buckets);
      if (counted !== undefined) {
        found.set(key, counted);
      }
    };
    for (const [name, now] of await readWeights(model)) {
      const path = name.replaceAll(":", "_");
      const before = this.#before.get(name);
      add(`${path}/histogram`, now);
      if (before?.length === now.length) {
        add(
          `${path}/update_histogram`,
          now.map((value, i) => value - (before[i] ?? 0)),
        );
      }
    }
    this.#before = new Map();
    return found;
  }
}

/** Copies of a model's weights by name, in the order of its layers. */
async function readWeights(model: LayersModel): Promise<Map<string, Float32Array>> {
  const weights = new Map<string, Float32Array>();
  for (const weight of weightsOf(model)) {
    // Backends may give their own memory, which training would change.
    weights.set(weight.name, Float32Array.from(await weight.read().data()));
  }
  return weights;
}
