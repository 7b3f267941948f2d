import type { LayersModel, LayerVariable, layers } from "@tensorflow/tfjs";

type Layer = layers.Layer;

/** The weights that one layer created itself. */
export interface WeightGroup {
  readonly layer: Layer;
  /** In the order in which the layer created them, whichever of them are trained. */
  readonly weights: readonly LayerVariable[];
}

/** Where TensorFlow.js layers keep the layers within them. */
interface Nesting {
  /** Of a model. */
  readonly layers?: readonly Layer[];
  /** Of a `Bidirectional`, whose `layer` is only the pattern of both. */
  readonly forwardLayer?: Layer;
  readonly backwardLayer?: Layer;
  /** Of any other wrapper. */
  readonly layer?: Layer;
  /** Of a recurrent layer, and of several cells in one. */
  readonly cell?: Layer;
  readonly cells?: readonly Layer[];
}

/**
 * The weights of a model by the layers that hold them, through models and wrappers within it, in the order of the layers.
 *
 * `model.weights` lists trainable weights first, so a weight's place in it changes with `trainable`. Here it does
 * not. A layer without weights has no group; a shared layer has one, at its first place.
 */
export function weightGroups(model: LayersModel): readonly WeightGroup[] {
  return groupsOf(model, new Set());
}

function groupsOf(layer: Layer, seen: Set<LayerVariable>): readonly WeightGroup[] {
  const groups = within(layer).flatMap((each) => groupsOf(each, seen));
  const own = [...new Set(layer.weights)].filter((weight) => !seen.has(weight));
  if (own.length === 0) return groups;
  for (const weight of own) seen.add(weight);
  // The ids of variables grow with each new one.
  return [...groups, { layer, weights: own.sort((a, b) => a.id - b.id) }];
}

function within(layer: Layer): readonly Layer[] {
  const { layers, forwardLayer, backwardLayer, layer: wrapped, cell, cells } = layer as Nesting;
  if (Array.isArray(layers)) return layers;
  if (forwardLayer !== undefined && backwardLayer !== undefined) {
    return [forwardLayer, backwardLayer];
  }
  return [wrapped, cell, ...(cells ?? [])].filter((each) =>
    Array.isArray(each?.weights),
  ) as Layer[];
}
