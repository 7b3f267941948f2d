import type { RunCard, RunPart } from "@epochal/record";
import { type LayersModel, version } from "@tensorflow/tfjs";
import type { FitContext } from "../arranging/fit-context.ts";
import { copyOf } from "../copies/find-copies.ts";
import { inputsOf } from "../layers-model/fit-inputs.ts";
import { givenSeed } from "../seed/set-seed.ts";
import { weightsOf } from "../weights/weights-of.ts";
import { backendCard } from "./backend-card.ts";
import { dataCard } from "./data-card.ts";
import { sha256 } from "./sha256.ts";
import { trainingCard } from "./training-card.ts";

/** The card of a training, as far as `fit()` knows it; only the wanted parts. */
export async function fitCard(
  context: FitContext,
  wants: (part: RunPart) => boolean,
): Promise<RunCard> {
  const { model } = context;
  const taking: { readonly [Part in RunPart & keyof RunCard]?: () => unknown } = {
    versions: () => ({ "TensorFlow.js": copyOf(model)?.copy.version_layers ?? version.tfjs }),
    backend: backendCard,
    model: () => modelCard(model),
    weights: () => weightsCard(model),
    training: () => trainingCard(model),
    fit: () => fitArguments(context),
    data: () => dataCard(context),
    seed: () => seeds(context),
  };
  const card: Record<string, unknown> = {};
  for (const [part, take] of Object.entries(taking)) {
    if (!wants(part as RunPart)) continue;
    const taken: unknown = await take();
    if (taken !== undefined) card[part] = taken;
  }
  return card;
}

const plain = [
  "epochs",
  "initialEpoch",
  "batchSize",
  "shuffle",
  "validationSplit",
  "stepsPerEpoch",
  "validationSteps",
  "batchesPerEpoch",
  "validationBatches",
  "validationBatchSize",
  "classWeight",
];

/** The arguments of a fit that say how it trains. */
export function fitArguments({ x, args }: FitContext): RunCard["fit"] {
  const { batchSize, shuffle } = inputsOf(x) ?? {};
  const all: Record<string, unknown> = {
    ...(Object(args) as object),
    ...(batchSize !== undefined && { batchSize, shuffle }),
  };
  return Object.fromEntries(
    plain.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]),
  );
}

function seeds({ x }: FitContext): RunCard["seed"] {
  const [set, fit] = [givenSeed(), inputsOf(x)?.seed];
  if (set === undefined && fit === undefined) return undefined;
  return { ...(set !== undefined && { set }), ...(fit !== undefined && { fit }) };
}

/**
 * The layers of a model as a hash. Layers are named by their place, because TensorFlow.js numbers its names through a whole
 * program.
 */
async function modelCard(model: LayersModel): Promise<RunCard["model"]> {
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

/** A hash of the weights that a training starts from: all of them, in the order of the layers, trained or not. */
export async function weightsCard(model: LayersModel): Promise<RunCard["weights"]> {
  const values = await Promise.all(weightsOf(model).map((weight) => weight.read().data()));
  const hash = await sha256(...(values as readonly ArrayBufferView[]));
  return hash === undefined ? undefined : { hash };
}
