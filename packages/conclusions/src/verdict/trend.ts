/** Which way values go, and how likely it is that they go that way by chance. */
export interface Trend {
  /** Pairs that rise minus pairs that fall, over all pairs: 1 where every value is higher than all before it. */
  readonly tau: number;
  /** The chance that values in a random order rise at least as much. */
  readonly pRises: number;
  /** The chance that values in a random order fall at least as much. */
  readonly pFalls: number;
}

/** Up to here the chances are counted; above, the normal distribution is close enough. */
const mostCounted = 40;

/** The trend of values by Mann (1945) and Kendall: of their order alone, so that shift, scale and outliers do not matter. */
export function trend(values: readonly number[]): Trend {
  return trendsOfEnds(values)[values.length] ?? none;
}

const none: Trend = { tau: 0, pRises: 1, pFalls: 1 };

/** The trend of the last value, of the last two, of the last three and so on, each at its length. */
export function trendsOfEnds(values: readonly number[]): Trend[] {
  const trends: Trend[] = [none];
  let s = 0;
  for (let n = 1; n <= values.length; n++) {
    const at = values.length - n;
    for (let j = at + 1; j < values.length; j++)
      s += Math.sign((values[j] ?? 0) - (values[at] ?? 0));
    const pairs = (n * (n - 1)) / 2;
    trends.push(n < 2 ? none : { tau: s / pairs, pRises: chance(n, s), pFalls: chance(n, -s) });
  }
  return trends;
}

/** The chance that S of `n` values in a random order is at least `s`. */
function chance(n: number, s: number): number {
  if (n > mostCounted) {
    const deviation = Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
    return upperTail((s - 1) / deviation);
  }
  // S is all pairs minus twice the inversions: at most so many of them.
  const most = Math.floor(((n * (n - 1)) / 2 - s) / 2);
  let sum = 0;
  for (let i = 0; i <= most; i++) sum += inversions(n)[i] ?? 0;
  return Math.min(1, sum);
}

const counted = new Map<number, readonly number[]>();

/** The share of the orders of `n` values that have so many inversions. */
function inversions(n: number): readonly number[] {
  const known = counted.get(n);
  if (known !== undefined) return known;
  let shares: number[] = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(shares.length + size - 1).fill(0);
    for (const [i, share] of shares.entries()) {
      for (let more = 0; more < size; more++) next[i + more] = (next[i + more] ?? 0) + share / size;
    }
    shares = next;
  }
  counted.set(n, shares);
  return shares;
}

/** Of the normal distribution: Abramowitz and Stegun 26.2.17, to 7.5e-8. */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
