import type { GraphLayer } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";

/** The layers of a model and what feeds them. */
export function graphOf(model: LayersModel): GraphLayer[] {
  const names = new Set(model.layers.map(({ name }) => name));
  return model.layers.map((layer) => {
    const nodes = layer.inboundNodes;
    const inputs = nodes.flatMap((node) => node.inboundLayers.map(({ name }) => name));
    return {
      name: layer.name,
      className: layer.getClassName(),
      outputShapes: (nodes[0]?.outputTensors ?? []).map(({ shape }) => [...shape]),
      parameters: layer.countParams(),
      // A layer may also serve other models.
      inputs: [...new Set(inputs)].filter((name) => names.has(name)),
    };
  });
}
