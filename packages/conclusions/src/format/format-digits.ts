/** A value with so many digits that matter, four or more, as `formatValue` writes it with four. */
export function formatDigits(value: number, digits: number): string {
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "∞");
  const size = Math.abs(value);
  if (size === 0) return "0";
  const isFar = size < 1e-4 || size >= 1e6;
  const text = isFar ? withExponent(size, digits) : withoutExponent(size, digits);
  return value < 0 ? `-${text}` : text;
}

function withExponent(size: number, digits: number): string {
  return size
    .toExponential(digits - 1)
    .replace(/\.?0+e/, "e")
    .replace("e+", "e");
}

function withoutExponent(size: number, digits: number): string {
  if (Number.isInteger(size)) return String(size);
  if (size >= 1) {
    const text = size.toPrecision(digits);
    return text.includes("e") ? String(Math.round(size)) : text;
  }
  const decimals = Math.max(4, digits - 1 - Math.floor(Math.log10(size)));
  return size.toFixed(decimals).replace(/(\.\d{4}\d*?)0+$/, "$1");
}
