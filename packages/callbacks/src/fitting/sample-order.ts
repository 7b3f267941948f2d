import { randomNumbers } from "../seed/random-numbers.ts";

/** The order of samples in an epoch: a permutation that the seed and the epoch decide. */
export function sampleOrder(samples: number, seed: number, epoch: number): Int32Array {
  const order = Int32Array.from({ length: samples }, (_, i) => i);
  const random = randomNumbers(seed ^ Math.imul(epoch + 1, 0x9e3779b1));
  // Fisher and Yates.
  for (let i = samples - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
