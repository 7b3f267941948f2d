import type { LayersModel } from "@tensorflow/tfjs";

/** Refuses a model that was never compiled: a custom loop may train it with an optimizer that the model does not know. */
export function checkOptimizer(className: string, model: LayersModel): void {
  if ((model.optimizer as unknown) !== undefined && model.optimizer !== null) return;
  throw new Error(
    `${className}: the model has no optimizer. Compile it with the optimizer of your loop`,
  );
}
