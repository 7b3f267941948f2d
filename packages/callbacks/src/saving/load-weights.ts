import { dispose, io, type LayersModel, type Tensor } from "@tensorflow/tfjs";
import { weightBytes } from "./model-json.ts";
import { saveHandler } from "./save-handler.ts";

/**
 * Puts saved weights into a model of the same layers: what `ModelCheckpoint` saved, the whole model or its weights alone.
 *
 * @param model of the same layers, in the same order
 * @param source a path, a TensorFlow.js URL, or a handler
 * @throws Error where there is nothing to load
 * @throws RangeError where the saved weights are not of the model's shapes
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
 * const artifacts = { weightSpecs: [], weightData: new ArrayBuffer(0) };
 * const failed = await loadWeights(model, tf.io.fromMemory(artifacts)).catch((error) => error.message);
 * failed; // "loadWeights: the model has 2 weights. Received: 0"
 * ```
 */
export async function loadWeights(
  model: LayersModel,
  source: string | io.IOHandler,
): Promise<void> {
  const handler = typeof source === "string" ? saveHandler("loadWeights", source) : source;
  if (handler.load === undefined) throw new Error("loadWeights: this handler cannot load");
  const { weightSpecs = [], weightData } = await handler.load();
  const count = model.weights.length;
  // Those of the optimizer follow those of the model.
  const specs = weightSpecs.slice(0, count);
  if (specs.length !== count) {
    throw new RangeError(
      `loadWeights: the model has ${count} weights. Received: ${weightSpecs.length}`,
    );
  }
  const named = io.decodeWeights(weightBytes(weightData).buffer as ArrayBuffer, weightSpecs);
  const values = specs.map(({ name }) => named[name] as Tensor);
  try {
    for (const [i, weight] of model.weights.entries()) {
      const shape = specs[i]?.shape ?? [];
      if (shape.join() !== weight.shape.join()) {
        throw new RangeError(
          `loadWeights: ${weight.originalName} must be of shape [${weight.shape}]. Received: [${shape}]`,
        );
      }
    }
    model.setWeights(values);
  } finally {
    dispose(named);
  }
}
