import type { LayersModel } from "@tensorflow/tfjs";

/** The current learning rate of a model; undefined where its optimizer does not tell it. */
export function learningRateOf(model: LayersModel | null): number | undefined {
  const rate: unknown = model?.optimizer?.getConfig?.().learningRate;
  return typeof rate === "number" ? rate : undefined;
}
