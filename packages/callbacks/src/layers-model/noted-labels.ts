import type { Tensor } from "@tensorflow/tfjs";

const key = Symbol.for("epochal.labels");

/** Notes on a dataset which labels it is made of, where that is known. */
export function noteLabels(dataset: object, labels: readonly Tensor[]): void {
  Object.defineProperty(dataset, key, { value: labels });
}

/** Undefined where it is not known. */
export function notedLabels(dataset: unknown): readonly Tensor[] | undefined {
  return (Object(dataset) as Record<symbol, readonly Tensor[] | undefined>)[key];
}
