const signs: Readonly<Record<string, string>> = { Infinity: "∞", "-Infinity": "−∞" };

/**
 * A metric's value as a person reads it: four digits that matter, no exponent between 0.0001 and a million, a true minus sign.
 *
 * @example
 * formatValue(0.95512); // "0.9551"
 * formatValue(-1234.6); // "−1235"
 * formatValue(0.5); // "0.5000"
 */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return signs[String(value)] ?? "NaN";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size >= 1e6 || size < 1e-4 ? toShortExponent(size) : toFixedDigits(size);
  return value < 0 ? `−${text}` : text;
}

function toFixedDigits(size: number): string {
  if (size >= 1000) return String(Math.round(size));
  if (Number.isInteger(size)) return String(size);
  const whole = Math.floor(Math.log10(size)) + 1;
  return size.toFixed(Math.max(1, size < 1 ? Math.max(4, 3 - whole) : 4 - whole));
}

function toShortExponent(size: number): string {
  return size
    .toExponential(2)
    .replace(/\.?0+e/, "e")
    .replace("e+", "e")
    .replace("e-", "e−");
}
