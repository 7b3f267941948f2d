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

/** Numbers in [0, 1): Mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
