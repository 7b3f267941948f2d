import { io, type LayersModel, type Tensor } from "@tensorflow/tfjs";
import type { OptimizerState } from "../optimizer/optimizer-state.ts";
import { setOptimizer } from "../optimizer/set-optimizer.ts";
import { slotLists } from "../optimizer/slot-lists.ts";
import { matchWeights } from "../weights/match-weights.ts";
import { setWeight } from "../weights/set-weight.ts";
import { weightsOf } from "../weights/weights-of.ts";
import type { Backup } from "./backup-slots.ts";
import { earlierOptimizer } from "./earlier-optimizer.ts";
import { earlierWeights } from "./earlier-weights.ts";

/**
 * Puts the weights of a backup into a model and its optimizer.
 *
 * @returns all tensors of the backup by name, for the caller to dispose of
 * @throws RangeError where it is of another model or optimizer, or where nothing says for certain which weight belongs where;
 * the model is as it was
 */
export function restoreTraining(
  model: LayersModel,
  { state, weightSpecs, weightData }: Backup,
): Readonly<Record<string, Tensor>> {
  const isEarlier = state.version === 1;
  const ofModel = weightSpecs.filter(({ name }) => name.startsWith("model/"));
  const ofOptimizer = weightSpecs.filter(({ name }) => name.startsWith("optimizer/"));
  const indices = isEarlier
    ? earlierWeights(model, ofModel)
    : matchWeights("BackupAndRestore", model, ofModel);
  const optimizer = state.optimizer ?? earlierOptimizer(model, indices, ofOptimizer);
  checkOptimizer(model, optimizer);
  const tensors = io.decodeWeights(weightData, weightSpecs);
  for (const [i, weight] of weightsOf(model).entries()) {
    setWeight(weight, tensors[`model/${indices[i]}`] as Tensor);
  }
  const values = ofOptimizer.map(({ name }) => tensors[name] as Tensor);
  if (!isEarlier) setOptimizer(model, optimizer, values);
  else {
    // The number of steps was a tensor before the others.
    const [iterations = 0] = values[0]?.dataSync() ?? [];
    setOptimizer(model, { ...optimizer, iterations }, values.slice(1));
  }
  return tensors;
}

function checkOptimizer(
  model: LayersModel,
  state: OptimizerState | undefined,
): asserts state is OptimizerState {
  const lists = slotLists(model.optimizer);
  const { className = model.optimizer.getClassName(), slots = [] } = state ?? {};
  const isSame = className === model.optimizer.getClassName();
  if (state !== undefined && isSame && slots.every(({ list }) => lists.has(list))) return;
  throw new RangeError(
    `BackupAndRestore: the optimizer must be the one of the backup${isSame ? "" : `, ${className}`}. ` +
      `Received: ${model.optimizer.getClassName()}`,
  );
}
