import type { LayersModel } from "@tensorflow/tfjs";

interface LayerJson {
  readonly config?: { readonly layers?: unknown; readonly input_layers?: unknown };
  readonly inbound_nodes?: unknown;
}

/** The name of a layer, the number of its call, the number of its output, and the options of the call. */
type InboundTensor = readonly [name: string, node: number, tensor: number, options?: object];

/**
 * A model as JSON that TensorBoard draws with its edges.
 *
 * TensorFlow.js writes the form of Keras 2, which TensorBoard draws without edges. It draws edges for that of Keras 3.
 */
export function graphJson(model: LayersModel): string {
  return JSON.stringify(asKeras3(model.toJSON(null, false) as LayerJson));
}

function asKeras3(layer: LayerJson): object {
  const { config, inbound_nodes: nodes } = layer;
  const layers = config?.layers;
  const isFed = Array.isArray(nodes) && nodes.length > 0;
  return {
    ...layer,
    ...(Array.isArray(nodes) ? { inbound_nodes: nodes.map(asCall) } : {}),
    ...(Array.isArray(layers)
      ? {
          config: {
            ...config,
            layers: layers.map(asKeras3),
            ...(isFed ? { input_layers: unwrapped(config?.input_layers) } : {}),
          },
        }
      : {}),
  };
}

/** The call of a layer: the tensors it was called with. */
function asCall(inputs: readonly InboundTensor[]): object {
  const args = inputs.map(([name, node, tensor]) => ({
    class_name: "__keras_tensor__",
    config: { keras_history: [name, node, tensor] },
  }));
  return { args: args.length === 1 ? args : [args], kwargs: {} };
}

/** Keras 3 does not wrap a single input. */
function unwrapped(inputLayers: unknown): unknown {
  return Array.isArray(inputLayers) && inputLayers.length === 1 ? inputLayers[0] : inputLayers;
}
