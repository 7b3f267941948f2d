/**
 * The t for which a share `p` of Student's distribution lies below.
 *
 * To 10 digits; of more than a million degrees of freedom as of a million.
 *
 * @param p in (0, 1)
 * @param df degrees of freedom, above 0, not necessarily whole
 */
export function tQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`tQuantile: p must be in (0, 1). Received: ${p}`);
  if (!(df > 0)) throw new RangeError(`tQuantile: df must be above 0. Received: ${df}`);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const most = Math.min(df, 1e6);
  let high = 1;
  while (upperTail(high, most) > tail) high *= 2;
  let low = 0;
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2;
    if (upperTail(middle, most) > tail) low = middle;
    else high = middle;
  }
  return p > 0.5 ? high : -high;
}

/** The share above `t`, which is not negative: half of the incomplete beta function of a = df / 2, b = 1 / 2. */
function upperTail(t: number, df: number): number {
  const a = df / 2;
  const y = (t * t) / (df + t * t);
  const x = df / (df + t * t);
  // ln (x^a · y^b / B(a, b)); x is close to 1 where there are many degrees of freedom.
  const logX = x > 0.5 ? Math.log1p(-y) : Math.log(x);
  const front = Math.exp(a * logX + Math.log(y) / 2 + logGammaStep(a) - Math.log(Math.PI) / 2);
  const isNear = x < (a + 1) / (a + 2.5);
  return isNear
    ? (front * betaFraction(a, 0.5, x)) / (2 * a)
    : 0.5 - (front * betaFraction(0.5, a, y)) / 2 / 0.5;
}

/** ln Γ(a + ½) − ln Γ(a): by its asymptotic series where a is large, and from there down. */
function logGammaStep(a: number): number {
  if (a < 20) return logGammaStep(a + 1) + Math.log(a / (a + 0.5));
  return Math.log(a) / 2 - 1 / (8 * a) + 1 / (192 * a ** 3) - 1 / (640 * a ** 5);
}

/** The continued fraction of the incomplete beta function, by Lentz' method. */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const before = fraction;
    for (const term of [even, odd]) {
      d = 1 / (1 + term * d);
      c = 1 + term / c;
      fraction *= c * d;
    }
    if (Math.abs(fraction - before) < 1e-16 * Math.abs(fraction)) break;
  }
  return fraction;
}
