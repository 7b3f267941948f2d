import { formatValue } from "@epochal/conclusions";

/**
 * A number at an axis, as short as it is exact: at most seven characters.
 *
 * @example
 * formatTick(0.30000000000000004); // "0.3"
 * formatTick(25000); // "25k"
 */
export function formatTick(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return formatValue(value);
  const size = Math.abs(value);
  const sign = value < 0 ? "-" : "";
  if (size >= 1e9 || size < 1e-4) {
    return sign + Number(size.toPrecision(3)).toExponential().replace("e+", "e");
  }
  if (size >= 1e6) return `${sign}${Number((size / 1e6).toPrecision(4))}M`;
  if (size >= 1e4) return `${sign}${Number((size / 1e3).toPrecision(4))}k`;
  return sign + String(Number(size.toPrecision(4)));
}
