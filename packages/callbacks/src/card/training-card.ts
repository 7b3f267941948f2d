import type { RunCard } from "@epochal/record";
import type { LayersModel, Optimizer } from "@tensorflow/tfjs";
import { compiledLabels } from "../monitoring/compiled-labels.ts";

/** What a model was compiled with. */
export function trainingCard(model: LayersModel): RunCard["training"] {
  const optimizer = model.optimizer as Optimizer | undefined;
  return {
    optimizer:
      optimizer === undefined ? {} : { name: optimizer.getClassName(), ...optimizer.getConfig() },
    loss: named(model.loss),
    metrics: compiledLabels(model).map(({ label }) => label),
  };
}

/** Functions by their names. */
function named(loss: unknown): unknown {
  if (typeof loss === "function") return loss.name === "" ? "a function" : loss.name;
  if (Array.isArray(loss)) return loss.map(named);
  if (typeof loss === "object" && loss !== null) {
    return Object.fromEntries(Object.entries(loss).map(([key, value]) => [key, named(value)]));
  }
  return loss;
}
