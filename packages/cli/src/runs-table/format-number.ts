/** Four digits that matter, in as few characters as they need. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value) || value === 0) return String(value);
  const size = Math.abs(value);
  if (size < 0.001 || size >= 1e6) return value.toExponential(3);
  if (size < 1) return value.toFixed(4);
  return value.toPrecision(Math.max(4, Math.ceil(Math.log10(size + 1))));
}
