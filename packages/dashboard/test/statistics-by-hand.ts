// Statistics from their definitions, with nothing of the packages: what these say is compared with them.

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Over n - 1. */
export function deviation(values: readonly number[]): number {
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** Between neighbours, as R's type 7. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [below = Number.NaN, above = below] = sorted.slice(Math.floor(place));
  return below + (above - below) * (place - Math.floor(place));
}

/** The t below which a share of Student's distribution lies: its density summed up by Simpson's rule, and the place found by halving. */
function studentT(p: number, df: number): number {
  const known = found.get(`${p} ${df}`) ?? findT(p, df);
  found.set(`${p} ${df}`, known);
  return known;
}

const found = new Map<string, number>();

function findT(p: number, df: number): number {
  const height = (t: number) => (1 + t ** 2 / df) ** (-(df + 1) / 2);
  const area = (to: number) => {
    const parts = 2000;
    const step = to / parts;
    let sum = height(0) + height(to);
    for (let i = 1; i < parts; i++) sum += height(i * step) * (i % 2 === 0 ? 2 : 4);
    return (sum * step) / 3;
  };
  // With t = √df · tan(angle) the whole half is a finite stretch.
  const half = (() => {
    const parts = 2000;
    const step = Math.PI / 2 / parts;
    const at = (angle: number) => Math.cos(angle) ** (df - 1);
    let sum = at(0) + (df === 1 ? 1 : 0);
    for (let i = 1; i < parts; i++) sum += at(i * step) * (i % 2 === 0 ? 2 : 4);
    return (Math.sqrt(df) * sum * step) / 3;
  })();
  let [low, high] = [0, 1000];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (0.5 + area(middle) / (2 * half) < p) low = middle;
    else high = middle;
  }
  return low;
}

/** How far the interval of a mean reaches to either side. */
export function reachOfMean(values: readonly number[], confidence = 0.95): number {
  const t = studentT(1 - (1 - confidence) / 2, values.length - 1);
  return (t * deviation(values)) / Math.sqrt(values.length);
}

/** How much the mean of `b` is above that of `a`, and how far the interval reaches, after Welch. */
export function welch(a: readonly number[], b: readonly number[], confidence = 0.95) {
  const [ofA, ofB] = [a, b].map((values) => deviation(values) ** 2 / values.length);
  const [one = 0, two = 0] = [ofA, ofB];
  const df = (one + two) ** 2 / (one ** 2 / (a.length - 1) + two ** 2 / (b.length - 1));
  const reach = studentT(1 - (1 - confidence) / 2, df) * Math.sqrt(one + two);
  return { difference: mean(b) - mean(a), reach };
}

/** Spearman's rank correlation with the interval of Bonett and Wright. */
export function spearman(x: readonly number[], y: readonly number[]) {
  const ranks = (values: readonly number[]) =>
    values.map((value) => {
      const below = values.filter((other) => other < value).length;
      const same = values.filter((other) => other === value).length;
      return below + (same + 1) / 2;
    });
  const [one, two] = [ranks(x), ranks(y)];
  const [centerOne, centerTwo] = [mean(one), mean(two)];
  const sums = one.map((rank, i) => (rank - centerOne) * ((two[i] ?? 0) - centerTwo));
  const rho = mean(sums) / (spread(one) * spread(two));
  const reach = 1.959963984540054 * Math.sqrt((1 + rho ** 2 / 2) / (x.length - 3));
  const center = Math.atanh(rho);
  return { rho, low: Math.tanh(center - reach), high: Math.tanh(center + reach) };
}

const spread = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
