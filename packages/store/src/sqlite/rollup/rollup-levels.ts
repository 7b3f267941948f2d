/** A series longer than this is rolled up; a shorter one is read row by row. */
const rolledAbove = 8000;

const narrowest = 16;
/** How many buckets of a level make one of the next. */
export const fanOut = 4;
const enoughBuckets = 1000;

/** How many steps a bucket of this level spans. */
export function levelWidth(level: number): number {
  return narrowest * fanOut ** level;
}

/** How many levels a series needs, so that the coarsest of them has at most 1,000 buckets. */
export function levelsFor(n: number, firstStep: number, lastStep: number): number {
  if (n <= rolledAbove) return 0;
  let level = 0;
  while ((lastStep - firstStep + 1) / levelWidth(level) > enoughBuckets) level++;
  return level + 1;
}
