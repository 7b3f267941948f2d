/** A value of the logs in enough digits: 4 that count, `0.8123`, `12.34`, `1.234e-5`; as many as a larger one has. */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "Inf" : "-Inf";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(3);
  if (size >= 1000) return String(Math.round(value * 10) / 10);
  const decimals = size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
  return value.toFixed(decimals);
}
