/** What of a param the search for groups needs. */
interface PairedParam {
  readonly path: string;
  readonly values: readonly (string | undefined)[];
  readonly numbers?: readonly (number | undefined)[];
}

interface Column {
  readonly path: string;
  /** Of each run the number of its value; runs that lack the param share one. */
  readonly levels: Int32Array;
  readonly count: number;
  /** Of each run the rank of its number; undefined where it is no number, or a run lacks it. */
  readonly ranks?: Float64Array;
}

/** Two params that correlate this much count as one. */
const tooAlike = 0.9;
const fewestRuns = 8;
/** At most so many params are compared, each with each. */
const mostParams = 100;

/**
 * Groups of params that vary together: numbers that rise or fall together (rank correlation of 0.9), and values of which one
 * nearly says the other (Cramér's V of 0.9, or a correlation ratio of it). It says nothing of fewer than 8 runs. It leaves out a param
 * that is no number and has more values than half the runs: such a param would go together with every other.
 */
export function findConfounded(params: readonly PairedParam[]): string[][] {
  const columns = params.slice(0, mostParams).map(toColumn);
  const groups = columns.map(({ path }) => [path]);
  for (const [i, one] of columns.entries()) {
    for (const [j, two] of columns.slice(0, i).entries()) {
      const [here, there] = [groups[i], groups[j]];
      if (here === undefined || there === undefined || here === there || !areAlike(one, two))
        continue;
      const both = [...there, ...here];
      for (const [k, group] of groups.entries())
        if (group === here || group === there) groups[k] = both;
    }
  }
  return [...new Set(groups)].filter(({ length }) => length > 1);
}

function toColumn({ path, values, numbers }: PairedParam): Column {
  const index = new Map<string | undefined, number>();
  const levels = Int32Array.from(values, (value) => {
    const known = index.get(value) ?? index.size;
    index.set(value, known);
    return known;
  });
  const isWhole = numbers?.every((number) => number !== undefined);
  return {
    ...{ path, levels, count: index.size },
    ...(isWhole && { ranks: ranksOf(numbers as readonly number[]) }),
  };
}

/** From 0; ties share the mean of theirs. */
function ranksOf(numbers: readonly number[]): Float64Array {
  const order = numbers.map((_, i) => i).sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const ranks = new Float64Array(numbers.length);
  for (let from = 0; from < order.length; ) {
    let end = from + 1;
    while (end < order.length && numbers[order[end] ?? 0] === numbers[order[from] ?? 0]) end++;
    for (const i of order.slice(from, end)) ranks[i] = (from + end - 1) / 2;
    from = end;
  }
  return ranks;
}

function areAlike(one: Column, two: Column): boolean {
  const n = one.levels.length;
  if (n < fewestRuns) return false;
  if (one.ranks && two.ranks && Math.abs(correlation(one.ranks, two.ranks)) >= tooAlike)
    return true;
  const [isFew, isOtherFew] = [one.count <= n / 2, two.count <= n / 2];
  if (isFew && isOtherFew) return cramersV(one, two) >= tooAlike;
  if (isFew && two.ranks) return correlationRatio(one, two.ranks) >= tooAlike;
  return isOtherFew && one.ranks !== undefined && correlationRatio(two, one.ranks) >= tooAlike;
}

function correlation(x: Float64Array, y: Float64Array): number {
  const middle = (x.length - 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [(x[i] ?? 0) - middle, (y[i] ?? 0) - middle];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

function cramersV(one: Column, two: Column): number {
  const [ofOne, ofTwo] = [countsOf(one), countsOf(two)];
  const cells = new Map<number, number>();
  for (const [i, level] of one.levels.entries()) {
    const cell = level * two.count + (two.levels[i] ?? 0);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  let sum = 0;
  for (const [cell, count] of cells) {
    sum +=
      count ** 2 / ((ofOne[Math.floor(cell / two.count)] ?? 1) * (ofTwo[cell % two.count] ?? 1));
  }
  // Chi squared is n (sum - 1), where cells that are empty add nothing.
  return Math.sqrt(Math.max(0, sum - 1) / (Math.min(one.count, two.count) - 1));
}

function countsOf({ levels, count }: Column): Float64Array {
  const counts = new Float64Array(count);
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}

/** The share of the variance of ranks that lies between the levels, as a root. */
function correlationRatio(column: Column, ranks: Float64Array): number {
  const middle = (ranks.length - 1) / 2;
  const counts = countsOf(column);
  const sums = new Float64Array(column.count);
  let total = 0;
  for (const [i, level] of column.levels.entries()) {
    const distance = (ranks[i] ?? 0) - middle;
    sums[level] = (sums[level] ?? 0) + distance;
    total += distance ** 2;
  }
  const between = sums.reduce((sum, each, level) => sum + each ** 2 / (counts[level] ?? 1), 0);
  return Math.sqrt(between / total);
}
