import type { LayersModel, LayerVariable } from "@tensorflow/tfjs";
import { neverTrained } from "./never-trained.ts";
import { type WeightGroup, weightGroups } from "./weight-groups.ts";
import { weightsOf } from "./weights-of.ts";

/** Weights of one layer that are always together in `model.weights`, whichever layers are trained. */
interface Block {
  readonly weights: readonly LayerVariable[];
  readonly shapes: string;
  /** What must come before it: statistics come after the weights that a layer trains. */
  readonly after: Block | undefined;
}

/**
 * For each weight of a model, in the order of its layers, the index of the saved one, where a list in the order of
 * `model.weights` can be read in one way only, whichever layers were frozen; undefined otherwise.
 *
 * @param shapes of the saved weights
 * @param among the saved weights, if not all were saved
 */
export function matchByShapes(
  model: LayersModel,
  shapes: readonly (readonly (number | null)[])[],
  among: readonly LayerVariable[] = weightsOf(model),
): readonly number[] | undefined {
  const blocks = weightGroups(model).flatMap(({ layer, weights }) =>
    blocksOf({ layer, weights: weights.filter((weight) => among.includes(weight)) }),
  );
  const texts = shapes.map((shape) => `[${shape}]`);
  const found: (readonly Block[])[] = [];
  let isCertain = true;
  const search = (placed: readonly Block[], at: number): void => {
    if (found.length > 1) return;
    if (placed.length === blocks.length) {
      if (at === texts.length) found.push(placed);
      return;
    }
    const tried = new Set<string>();
    for (const block of blocks) {
      const end = at + block.weights.length;
      const isFree = !placed.includes(block) && (!block.after || placed.includes(block.after));
      if (!isFree || texts.slice(at, end).join() !== block.shapes) continue;
      // Two groups that could be swapped.
      if (tried.has(block.shapes)) isCertain = false;
      else search([...placed, block], end);
      tried.add(block.shapes);
    }
  };
  search([], 0);
  const [order] = found;
  if (order === undefined || found.length > 1 || !isCertain) return undefined;
  const listed = order.flatMap(({ weights }) => weights);
  return weightsOf(model)
    .filter((weight) => among.includes(weight))
    .map((weight) => listed.indexOf(weight));
}

function blocksOf({ layer, weights }: WeightGroup): readonly Block[] {
  const never = neverTrained(layer);
  const trained = blockOf(weights.filter((weight) => !never.includes(weight)));
  const statistics = blockOf(
    weights.filter((weight) => never.includes(weight)),
    trained,
  );
  return [trained, statistics].filter((block) => block !== undefined);
}

function blockOf(weights: readonly LayerVariable[], after?: Block): Block | undefined {
  if (weights.length === 0) return undefined;
  return { weights, shapes: weights.map(({ shape }) => `[${shape}]`).join(), after };
}
