import type { JsonNumber } from "./json-number.ts";

/** The number that `toJsonNumber` wrote; undefined for anything else. */
export function fromJsonNumber(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return words.get(value as JsonNumber);
}

const words: ReadonlyMap<JsonNumber, number> = /*#__PURE__*/ new Map<JsonNumber, number>([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);
