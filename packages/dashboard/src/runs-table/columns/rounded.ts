/** A difference, or a spread, with as many digits as its column has, unless nothing were left of it. */
export function rounded(difference: number, decimals: number): number {
  if (decimals === 0) return difference;
  const near = Math.round(difference * 10 ** decimals) / 10 ** decimals;
  return near === 0 ? difference : near;
}
