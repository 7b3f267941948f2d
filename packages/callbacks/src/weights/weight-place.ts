import type { io, LayersModel, LayerVariable } from "@tensorflow/tfjs";
import { weightGroups } from "./weight-groups.ts";

/** Where in a model a weight is: it says so whatever the names of layers are in this program or another. */
export interface WeightPlace {
  /** Which of the layers that have weights, counted from 0, through models and wrappers within the model. */
  readonly layer: number;
  /** Which of that layer's own. */
  readonly index: number;
  /** What the weight is to its layer: `"kernel"`. */
  readonly weight: string;
  /** For people. */
  readonly layerName: string;
  readonly className: string;
}

/** What is saved of a weight besides its values. TensorFlow.js passes over what it does not know. */
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

/** The name a weight has within its layer: the names of variables begin with those of the layers around it. */
export function nameWithinLayer(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
