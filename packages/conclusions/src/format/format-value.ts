/**
 * A metric's value as people read it: four digits that matter, at least four decimals below 1, whole numbers whole, an exponent
 * below 0.0001 and from a million on. Only nothing is `0`. Signs
 * are those that a program reads, too.
 *
 * @example
 * formatValue(0.95512); // "0.9551"
 * formatValue(0.5); // "0.5000"
 * formatValue(0.0005); // "0.0005"
 * formatValue(-1234.6); // "-1235"
 * formatValue(0.00001234); // "1.234e-5"
 */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "∞");
  const size = Math.abs(value);
  if (size === 0) return "0";
  const text = size < 1e-4 || size >= 1e6 ? withExponent(size) : withoutExponent(size);
  return value < 0 ? `-${text}` : text;
}

function withExponent(size: number): string {
  return size
    .toExponential(3)
    .replace(/\.?0+e/, "e")
    .replace("e+", "e");
}

function withoutExponent(size: number): string {
  if (Number.isInteger(size)) return String(size);
  if (size >= 1000) return String(Math.round(size));
  if (size >= 1) return size.toPrecision(4);
  const decimals = Math.max(4, 3 - Math.floor(Math.log10(size)));
  return size.toFixed(decimals).replace(/(\.\d{4}\d*?)0+$/, "$1");
}
