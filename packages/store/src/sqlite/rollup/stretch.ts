/** Neighbouring steps, or buckets of one level: from `first` to before `end`. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/**
 * The stretches of buckets, each of `width` steps (or finer buckets), that cover these stretches.
 *
 * @param stretches in ascending order; those that meet or overlap become one
 */
export function coarsen(stretches: Iterable<Stretch>, width: number): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const first = Math.floor(stretch.first / width);
    const end = Math.floor((stretch.end - 1) / width) + 1;
    const last = found.at(-1);
    if (last === undefined || first > last.end) found.push({ first, end });
    else if (end > last.end) found[found.length - 1] = { first: last.first, end };
  }
  return found;
}
