export interface SplitRowsArgs {
  /** The same seed gives the same split, in the same order. */
  readonly seed: number;
  /** How much of the rows to keep for validation. In (0, 1). */
  readonly validationShare: number;
}

export interface Split<Row> {
  readonly train: readonly Row[];
  readonly validation: readonly Row[];
}

/** Numbers in [0, 1), the same for the same seed: the generator "mulberry32". */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Shuffles the rows and cuts them in two.
 *
 * The split is not stratified: with 2,000 rows for validation the share of damaged aircraft comes out alike on both sides
 * by chance (the test says how alike).
 */
export function splitRows<Row>(
  rows: readonly Row[],
  { seed, validationShare }: SplitRowsArgs,
): Split<Row> {
  const random = seededRandom(seed);
  const shuffled = [...rows];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as Row, shuffled[last] as Row];
  }
  const cut = Math.round(rows.length * (1 - validationShare));
  return { train: shuffled.slice(0, cut), validation: shuffled.slice(cut) };
}
