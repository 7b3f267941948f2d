import type { LayersModel } from "@tensorflow/tfjs";
import { weightGroups } from "./weight-groups.ts";
import { nameWithinLayer, type PlacedSpec } from "./weight-place.ts";

/**
 * For each weight of a model, in the order of its layers, the index of the saved one that belongs there.
 *
 * The first layer with weights gets those of the first saved one, and so on, by the names of weights within their layer. The
 * names of layers, and which of them are trained, may differ.
 *
 * @param owner the caller, for the message of an error
 * @throws RangeError that names the first layer that differs between the model and the saved one
 */
export function matchWeights(
  owner: string,
  model: LayersModel,
  saved: readonly PlacedSpec[],
): readonly number[] {
  const groups = weightGroups(model);
  const savedGroups = savedGroupsOf(saved);
  for (let i = 0; i < Math.max(groups.length, savedGroups.length); i++) {
    const { layer, weights = [] } = groups[i] ?? {};
    const own = weights.map(({ originalName, shape }) =>
      described(nameWithinLayer(originalName), shape),
    );
    const others = (savedGroups[i] ?? []).map(({ spec }) =>
      described(spec.place?.weight, spec.shape),
    );
    if (own.join() === others.join()) continue;
    const place = savedGroups[i]?.[0]?.spec.place;
    const mine =
      layer === undefined
        ? "none"
        : `${layer.name} (${layer.getClassName()}) with ${own.join(" and ")}`;
    const theirs =
      place === undefined
        ? "none"
        : `${place.layerName} (${place.className}) with ${others.join(" and ")}`;
    throw new RangeError(
      `${owner}: the model must have the layers that were saved. Of those with weights, the model has ${groups.length} ` +
        `and ${savedGroups.length} were saved; the first that differ are ${mine} in the model, ${theirs} in the saved weights`,
    );
  }
  return savedGroups.flatMap((group) => group.map(({ index }) => index));
}

interface SavedWeight {
  readonly spec: PlacedSpec;
  readonly index: number;
}

/** The saved weights by layers; each weight once, though a shared layer may be saved twice. */
function savedGroupsOf(saved: readonly PlacedSpec[]): readonly (readonly SavedWeight[])[] {
  const groups: SavedWeight[][] = [];
  for (const [index, spec] of saved.entries()) {
    if (spec.place === undefined) continue;
    const group = groups[spec.place.layer] ?? [];
    group[spec.place.index] = { spec, index };
    groups[spec.place.layer] = group;
  }
  return groups;
}

function described(name: string | undefined, shape: readonly (number | null)[]): string {
  return `${name} [${shape}]`;
}
