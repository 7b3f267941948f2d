import type { LayersModel, LayerVariable, Tensor } from "@tensorflow/tfjs";
import { matchByShapes } from "./match-by-shapes.ts";
import { weightsOf } from "./weights-of.ts";

/**
 * The weights of a model for which a callback kept values, one for each value.
 *
 * @param owner the callback, for the message of an error
 * @param places the places of the weights among all, in the order of the layers; undefined in a state of an earlier version,
 * whose values are in the order of `model.weights`
 * @param among the weights whose values it keeps, for such a state
 * @throws RangeError where it is uncertain which value belongs to which weight
 */
export function keptWeights(
  owner: string,
  model: LayersModel,
  values: readonly Tensor[],
  places: readonly number[] | undefined,
  among?: readonly LayerVariable[],
): readonly LayerVariable[] {
  const weights = weightsOf(model);
  if (places !== undefined) return places.map((i) => weights[i] as LayerVariable);
  const shapes = values.map(({ shape }) => shape);
  const indices = matchByShapes(model, shapes, among);
  if (indices === undefined) {
    throw new RangeError(
      `${owner}: the backup is of an earlier version, which did not save the places of weights, and their shapes do not ` +
        "tell them apart. Delete the backup to start over, or finish this training with that version",
    );
  }
  const own = weights.filter((weight) => among?.includes(weight) ?? true);
  return values.map((_, i) => own[indices.indexOf(i)] as LayerVariable);
}
