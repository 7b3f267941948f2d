import type { LayersModel } from "@tensorflow/tfjs";

/** Refuses a model that was never compiled: a loop of one's own may have an optimizer that nobody else knows of. */
export function checkOptimizer(className: string, model: LayersModel): void {
  if ((model.optimizer as unknown) !== undefined && model.optimizer !== null) return;
  throw new Error(
    `${className}: the model has no optimizer. Compile it with the one that your loop trains it with`,
  );
}
