import type { RunCard } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import { sha256 } from "./sha256.ts";

/** What a model is made of. Layers are named by their place: the names that TensorFlow.js draws count through a program. */
export async function modelCard(model: LayersModel): Promise<RunCard["model"]> {
  const names = new Map(model.layers.map(({ name }, i) => [name, `layer ${i}`]));
  const config = model.layers.map((layer) => [layer.getClassName(), layer.getConfig()]);
  const links = model.layers.map((layer) =>
    layer.inboundNodes.map((node) => node.inboundLayers.map(({ name }) => name)),
  );
  const json = JSON.stringify([config, links], (_key, value: unknown) =>
    typeof value === "string" ? (names.get(value) ?? value) : value,
  );
  const hash = await sha256(json);
  if (hash === undefined) return undefined;
  const layers = model.layers.filter((layer) => layer.getClassName() !== "InputLayer").length;
  return { layers, parameters: model.countParams(), hash };
}
