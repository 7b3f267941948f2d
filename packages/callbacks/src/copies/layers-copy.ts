import {
  Callback,
  LayersModel,
  registerCallbackConstructor,
  version_layers,
} from "@tensorflow/tfjs";

/** The parts of a copy of TensorFlow.js that are used, of this version or another. */
export interface LayersCopy {
  readonly LayersModel: { readonly prototype: object };
  readonly Callback: object;
  readonly registerCallbackConstructor: (level: number, Class: new () => never) => void;
  readonly version_layers: string;
}

/** The copy that this package imports. */
export const ownCopy: LayersCopy = {
  LayersModel,
  Callback,
  registerCallbackConstructor:
    registerCallbackConstructor as LayersCopy["registerCallbackConstructor"],
  version_layers,
};

/** Whether these are the names that a copy of TensorFlow.js gives, as far as they are used. */
export function isLayersCopy(given: unknown): given is LayersCopy {
  const { LayersModel, Callback, registerCallbackConstructor } = Object(given) as LayersCopy;
  return [LayersModel, Callback, registerCallbackConstructor].every(
    (each) => typeof each === "function",
  );
}
