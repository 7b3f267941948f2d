import type { io, LayersModel, LayerVariable } from "@tensorflow/tfjs";
import { weightGroups } from "./weight-groups.ts";

/** Where a weight is in a model, independent of the names of layers in a program. */
export interface WeightPlace {
  /** The index of its layer among those with weights, from 0, through models and wrappers within the model. */
  readonly layer: number;
  /** Its index among the layer's own weights. */
  readonly index: number;
  /** The name of the weight within its layer: `"kernel"`. */
  readonly weight: string;
  /** For people. */
  readonly layerName: string;
  readonly className: string;
}

/** What is saved of a weight besides its values. TensorFlow.js ignores fields that it does not know. */
export interface PlacedSpec extends io.WeightsManifestEntry {
  readonly place?: WeightPlace;
}

/** The places of a model's weights, in the order of its layers. */
export function weightPlaces(model: LayersModel): ReadonlyMap<LayerVariable, WeightPlace> {
  const places = weightGroups(model).flatMap(({ layer, weights }, i) =>
    weights.map((weight, index): [LayerVariable, WeightPlace] => [
      weight,
      {
        layer: i,
        index,
        weight: nameWithinLayer(weight.originalName),
        layerName: layer.name,
        className: layer.getClassName(),
      },
    ]),
  );
  return new Map(places);
}

/** The name of a weight within its layer: variables' names begin with the names of the layers around them. */
export function nameWithinLayer(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
