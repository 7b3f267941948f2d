import type { RunComparison } from "../comparison/run-comparison.ts";
import { formatFactor } from "../format/format-factor.ts";
import type { ComparedNames } from "./comparison-words.ts";
import { paramText } from "./param-text.ts";

/** Why two runs are not compared fairly, a sentence each; empty where nothing is known against it. */
export function fairnessWords(
  { params, card }: Pick<RunComparison, "params" | "card">,
  { b = "B" }: ComparedNames = {},
): string[] {
  const differs = (path: RegExp) => card.differing.some((leaf) => path.test(leaf.path));
  return [
    ...(differs(/^data\.(?:x|y|batches)/)
      ? ["They were trained on other data: a better value may come from the data alone."]
      : []),
    ...(differs(/^data\.validation/)
      ? ["They were validated on other data: their validation values are not of the same task."]
      : []),
    ...batchWords([...params.differing, ...card.differing], b),
  ];
}

const isBatchSize = /(?:^|\.)(?:batchSize|batch_size|batch)$/;

function batchWords(leaves: RunComparison["params"]["differing"], name: string): string[] {
  const sizes = leaves.find(({ path }) => isBatchSize.test(path));
  if (sizes === undefined) return [];
  const { a, b } = sizes;
  const told = `Batches of ${paramText(a)} and ${paramText(b)} samples`;
  if (typeof a !== "number" || typeof b !== "number" || !(a > 0) || !(b > 0)) {
    return [`${told}: at equal steps they have not seen equally much. Compare at equal epoch.`];
  }
  return [
    `${told}: at equal steps ${name} has seen ${formatFactor(b / a)} as many samples. Compare at equal epoch.`,
  ];
}
