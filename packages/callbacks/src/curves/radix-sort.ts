const BITS = 11;
const BUCKETS = 1 << BITS;
const MASK = BUCKETS - 1;

/** Sorts whole numbers below 2³² in a few sweeps over them, in place, carrying weights along. */
export function radixSort(keys: Uint32Array, weights: Float64Array | undefined): void {
  let [from, to]: Uint32Array[] = [keys, new Uint32Array(keys.length)];
  let fromWeights: Float64Array | undefined = weights;
  let toWeights: Float64Array | undefined = weights && new Float64Array(weights.length);
  const starts = new Uint32Array(BUCKETS);
  for (let shift = 0; shift < 32; shift += BITS) {
    if (from === undefined || to === undefined) return;
    starts.fill(0);
    for (let i = 0; i < from.length; i++) {
      const bucket = ((from[i] as number) >>> shift) & MASK;
      starts[bucket] = (starts[bucket] as number) + 1;
    }
    let start = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = starts[bucket] as number;
      starts[bucket] = start;
      start += count;
    }
    for (let i = 0; i < from.length; i++) {
      const key = from[i] as number;
      const bucket = (key >>> shift) & MASK;
      const at = starts[bucket] as number;
      starts[bucket] = at + 1;
      to[at] = key;
      if (toWeights !== undefined) toWeights[at] = fromWeights?.[i] as number;
    }
    [from, to] = [to, from];
    [fromWeights, toWeights] = [toWeights, fromWeights];
  }
  if (from !== keys && from !== undefined) {
    keys.set(from);
    if (fromWeights !== undefined) weights?.set(fromWeights);
  }
}
