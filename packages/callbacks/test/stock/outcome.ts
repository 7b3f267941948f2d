import type * as tf from "@tensorflow/tfjs";

export type Outcome =
  | { readonly error: string }
  | { readonly history: tf.History["history"]; readonly weights: readonly number[] };

/** What comes of training a new model, which is freed. */
export async function outcome(
  make: () => tf.LayersModel,
  train: (model: tf.LayersModel) => Promise<tf.History>,
): Promise<Outcome> {
  const model = make();
  try {
    const { history } = await train(model);
    return { history, weights: model.getWeights().flatMap((each) => [...each.dataSync()]) };
  } catch (error) {
    return { error: (error as Error).message };
  } finally {
    model.dispose();
  }
}

export interface DifferencesArgs {
  readonly ours: Outcome;
  readonly stock: Outcome;
  readonly outputs: number;
  /** Where ours is an error and TensorFlow.js says nothing, by `docs/deviations.md`. */
  readonly refusals: readonly RegExp[];
}

/** How ours differs from stock, in words; nothing where it does not, but for what is documented. */
export function differences({ ours, stock, outputs, refusals }: DifferencesArgs): string[] {
  if ("error" in ours) {
    if ("error" in stock || refusals.some((each) => each.test(ours.error))) return [];
    return [`only ours throws: ${ours.error}`];
  }
  if ("error" in stock) return [`only stock throws: ${stock.error}`];
  const found: string[] = [];
  const keys = new Set([...Object.keys(ours.history), ...Object.keys(stock.history)]);
  for (const key of keys) {
    // Of several outputs TensorFlow.js gives validation values under each other's names.
    if (outputs > 1 && key.startsWith("val_")) continue;
    const [a, b] = [ours.history[key] ?? [], stock.history[key] ?? []] as [number[], number[]];
    if (!close(a, b)) found.push(`${key}: ${a.join(" ")} but stock ${b.join(" ")}`);
  }
  if (!close(ours.weights, stock.weights)) found.push("weights differ");
  return found;
}

/** How many tensors ours may leave: of a batch that fails TensorFlow.js frees none it has kept for the gradients, those of weights included. */
export function leakable(stock: number): number {
  return stock > 0 ? stock + 2 : 0;
}

/** Whether two lists agree to 1e-6, relative. */
export function close(a: readonly number[], b: readonly number[]): boolean {
  return (
    a.length === b.length &&
    a.every((value, i) => {
      const other = b[i] as number;
      const size = Math.max(1, Math.abs(value), Math.abs(other));
      return Object.is(value, other) || Math.abs(value - other) <= 1e-6 * size;
    })
  );
}
