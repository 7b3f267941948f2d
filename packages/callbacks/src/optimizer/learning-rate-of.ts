import type { LayersModel } from "@tensorflow/tfjs";

/** The learning rate a model is trained with now, or undefined where its optimizer does not tell. */
export function learningRateOf(model: LayersModel | null): number | undefined {
  const rate: unknown = model?.optimizer?.getConfig?.().learningRate;
  return typeof rate === "number" ? rate : undefined;
}
