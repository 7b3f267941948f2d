/**
 * How many times as much: two digits that matter, whole numbers from ten on.
 *
 * @example
 * formatFactor(3.14); // "3.1 ×"
 * formatFactor(0.25); // "0.25 ×"
 * formatFactor(120.4); // "120 ×"
 */
export function formatFactor(factor: number): string {
  if (!Number.isFinite(factor)) return `${String(factor).replace("Infinity", "∞")} ×`;
  const isLarge = Math.abs(factor) >= 10;
  return `${isLarge ? Math.round(factor) : Number(factor.toPrecision(2))} ×`;
}
