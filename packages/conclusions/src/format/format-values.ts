import { valueFormat } from "./value-format.ts";

/**
 * Values beside each other: as `formatValue` tells each alone, with more digits where they lie so close together that one could not tell them apart.
 *
 * @example
 * formatValues([1234512, 1234571]); // ["1.23451e6", "1.23457e6"]
 */
export function formatValues(values: readonly number[]): readonly string[] {
  return values.map(valueFormat(values));
}
