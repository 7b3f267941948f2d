import { formatDigits } from "./format-digits.ts";

const [LEAST, MOST] = [4, 8];

/**
 * How values that stand beside each other are written: as `formatValue` tells each alone, with more digits where they lie so close
 * together that one could not tell them apart.
 *
 * @example
 * valueFormat([1234512, 1234571])(1234512); // "1.23451e6"
 */
export function valueFormat(values: readonly number[]): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  let [size, low, high] = [0, Infinity, -Infinity];
  for (const value of finite) {
    size = Math.max(size, Math.abs(value));
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const apart = high - low;
  const power = (value: number) => Math.floor(Math.log10(value));
  const wanted = apart > 0 ? power(size) + 1 - power(apart) : LEAST;
  let digits = Math.min(MOST, Math.max(LEAST, wanted));
  // Where the first digits are the same in all, the last ones tell each from the others.
  const different = wanted > LEAST ? [...new Set(finite)] : [];
  const told = () => new Set(different.map((value) => formatDigits(value, digits))).size;
  while (digits < MOST && told() < different.length) digits++;
  return (value) => formatDigits(value, digits);
}
