import type { Tensor } from "@tensorflow/tfjs";

/** What `fit()` of this package made a dataset of. */
export interface FitInputs {
  readonly x: unknown;
  readonly y: unknown;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly seed: number;
}

const key = Symbol.for("epochal.inputs");

/** Notes on a dataset what `fit()` made it of. */
export function noteInputs(dataset: object, inputs: FitInputs): void {
  Object.defineProperty(dataset, key, { value: inputs });
}

export function inputsOf(dataset: unknown): FitInputs | undefined {
  return (Object(dataset) as Record<symbol, FitInputs | undefined>)[key];
}

/** The tensors in one tensor, a list, or an object by names; none where there is something else among them. */
export function tensorsIn(given: unknown): readonly Tensor[] {
  const all: readonly unknown[] = isTensor(given)
    ? [given]
    : Object.values(Object(given) as object);
  return all.every(isTensor) ? (all as readonly Tensor[]) : [];
}

function isTensor(value: unknown): boolean {
  return typeof value === "object" && value !== null && "dataSync" in value;
}
