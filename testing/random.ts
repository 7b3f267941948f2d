/** A seed that is another in every run, for a test that says it in its name; EPOCHAL_SEED sets it, to repeat that run. */
export function newSeed(): number {
  return Number(process.env.EPOCHAL_SEED ?? Date.now() % 1e9);
}

/** Random numbers in [0, 1) that are the same in every run with the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Normal noise by Box and Muller. */
export function noise(random: () => number, size: number): number {
  return size * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
