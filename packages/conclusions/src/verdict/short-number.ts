/** A share in percent, to two digits that matter: `1.6 %` for 0.016. */
export function percent(share: number): string {
  return `${shortNumber(Number((share * 100).toPrecision(2)))} %`;
}

/** Four digits that matter, in as few characters as they need. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value) || value === 0) return String(value);
  const size = Math.abs(value);
  return size < 1e-4 || size >= 1e6 ? value.toExponential(2) : String(Number(value.toPrecision(4)));
}
