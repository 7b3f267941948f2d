import type { JsonNumber } from "./json-number.ts";

/** A number as events of a run carry it. */
export function toJsonNumber(value: number): JsonNumber {
  if (Number.isNaN(value)) {
    return "NaN";
  }
  if (Number.isFinite(value)) {
    return value;
  }
  return value > 0 ? "Infinity" : "-Infinity";
}
