import type { RunCard, RunPart } from "@epochal/record";
import { version } from "@tensorflow/tfjs";
import type { FitContext } from "../arranging/fit-context.ts";
import { copyOf } from "../copies/find-copies.ts";
import { inputsOf } from "../layers-model/fit-inputs.ts";
import { givenSeed } from "../seed/set-seed.ts";
import { backendCard } from "./backend-card.ts";
import { dataCard } from "./data-card.ts";
import { modelCard } from "./model-card.ts";
import { trainingCard } from "./training-card.ts";
import { weightsCard } from "./weights-card.ts";

/** What a training is, as far as `fit()` knows; only the parts that are wanted. */
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

function fitArguments({ x, args }: FitContext): RunCard["fit"] {
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
