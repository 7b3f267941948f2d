import { type LayersModel, models, type Tensor } from "@tensorflow/tfjs";
import { firstSlotValue } from "../optimizer/first-slot-value.ts";
import { readOptimizer } from "../optimizer/read-optimizer.ts";
import { trainedOrder } from "../optimizer/trained-order.ts";
import { neverTrained } from "../weights/never-trained.ts";
import { weightGroups } from "../weights/weight-groups.ts";
import { weightsOf } from "../weights/weights-of.ts";

interface NamedSlot {
  readonly name: string;
  readonly tensor: Tensor;
  /** Whether it was made for this call, so that the caller must dispose of it. */
  readonly isNew: boolean;
}

/**
 * The slots of a model's optimizer in the order in which TensorFlow.js gives them to the weights of the model when it loads it.
 *
 * It counts a weight's place among the weights that are trained then. That differs where a layer was frozen after the model was
 * compiled, or where TensorFlow.js does not save that it is frozen, as for a frozen model within the model.
 *
 * @param topology the model as TensorFlow.js saves it
 */
export async function slotsWhenLoaded(
  model: LayersModel,
  topology: object,
): Promise<readonly NamedSlot[]> {
  const weights = weightsOf(model);
  const { state, tensors } = readOptimizer(model);
  const order = isAllTrained(model)
    ? trainedOrder(model).map((weight) => weights.indexOf(weight))
    : await trainedWhenLoaded(topology);
  const lists = new Map(state.slots.map(({ list, kind }) => [list, kind]));
  return [...lists].flatMap(([list, kind]) =>
    order.flatMap((place): NamedSlot[] => {
      const weight = weights[place];
      if (weight === undefined) return [];
      const at = state.slots.findIndex((slot) => slot.list === list && slot.weight === place);
      const tensor = tensors[at] ?? firstSlotValue(model.optimizer, weight);
      return [{ name: `${weight.originalName}/${kind}`, tensor, isNew: at < 0 }];
    }),
  );
}

/** Whether no weight is frozen now or was frozen when the model was compiled. */
function isAllTrained(model: LayersModel): boolean {
  const [compiled, now] = [new Set(trainedOrder(model)), new Set(model.trainableWeights)];
  return weightGroups(model).every(({ layer, weights }) =>
    weights.every(
      (weight) => neverTrained(layer).includes(weight) || (compiled.has(weight) && now.has(weight)),
    ),
  );
}

/** The places of the weights that are trained in a model that TensorFlow.js makes of what it saved. */
async function trainedWhenLoaded(topology: object): Promise<readonly number[]> {
  const loaded = await models.modelFromJSON(topology as never);
  const weights = weightsOf(loaded);
  const order = loaded.trainableWeights.map((weight) => weights.indexOf(weight));
  loaded.dispose();
  return order;
}
