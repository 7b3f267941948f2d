import type { LayersModel } from "@tensorflow/tfjs";
import { nameWithinLayer } from "./weight-place.ts";
import { weightsOf } from "./weights-of.ts";

interface NamedShape {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * For each weight of a model, in the order of its layers, the index of the saved one with its name; undefined where
 * names do not match.
 *
 * TensorFlow.js numbers the names of layers through a program, `dense_Dense1`, `dense_Dense2`: in another program the same
 * layers have other numbers, in the same order.
 */
export function matchByNames(
  model: LayersModel,
  saved: readonly NamedShape[],
): readonly number[] | undefined {
  const weights = weightsOf(model);
  const names = weights.map(({ originalName }) => originalName);
  const savedNames = saved.map(({ name }) => name);
  const indices =
    indicesOf(names, savedNames) ?? indicesOf(numberedAnew(names), numberedAnew(savedNames));
  const fits = indices?.every(
    (index, i) => saved[index]?.shape.join() === weights[i]?.shape.join(),
  );
  return fits === true ? indices : undefined;
}

/**
 * The index of each name among the saved ones, if both lists have the same names. TensorFlow.js saves a weight twice that is in
 * the model and in a model within it.
 */
function indicesOf(
  names: readonly string[],
  savedNames: readonly string[],
): readonly number[] | undefined {
  const areApart = new Set(names).size === names.length;
  if (!areApart || new Set(savedNames).size !== names.length) return undefined;
  const indices = names.map((name) => savedNames.indexOf(name));
  return indices.includes(-1) ? undefined : indices;
}

/** The names with their layers numbered within these names, not through the program. */
function numberedAnew(names: readonly string[]): readonly string[] {
  const layers = [...new Set(names.map(layerOf))].toSorted((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const seen = new Map<string, number>();
  const renamed = new Map<string, string>();
  for (const layer of layers) {
    const stem = layer.replaceAll(/\d+/g, "#");
    const number = seen.get(stem) ?? 0;
    seen.set(stem, number + 1);
    renamed.set(layer, `${stem} ${number}`);
  }
  return names.map((name) => `${renamed.get(layerOf(name))}/${nameWithinLayer(name)}`);
}

function layerOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf("/")));
}
