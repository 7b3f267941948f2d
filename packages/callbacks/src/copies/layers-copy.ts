/** The parts of a copy of TensorFlow.js that are used, of this version or another. */
export interface LayersCopy {
  readonly LayersModel: { readonly prototype: object };
  readonly Callback: object;
  readonly CustomCallback: new (hooks: never, yieldEvery: never) => object;
  readonly registerCallbackConstructor: (level: number, Class: new () => never) => void;
  readonly version_layers: string;
}

/** Whether these are the names that a copy of TensorFlow.js gives, as far as they are used. */
export function isLayersCopy(given: unknown): given is LayersCopy {
  const { LayersModel, Callback, CustomCallback, registerCallbackConstructor } = Object(
    given,
  ) as LayersCopy;
  return [LayersModel, Callback, CustomCallback, registerCallbackConstructor].every(
    (each) => typeof each === "function",
  );
}
