import type { RunColor } from "@epochal/panel/charts";
import { assignPlaces } from "./assign-places.ts";
import { grey } from "./grey.ts";
import { areAlike, runPalette } from "./run-palette.ts";
import { sequentialColor } from "./sequential-color.ts";

/** What a run has of the group, tag or param that colours are of. */
export type ColoredValue = number | string | undefined;

/** The colours of values, and how a legend tells of them. */
export interface ValueColors {
  /** `log` where positive numbers span at least a factor of 50. */
  readonly kind: "linear" | "log" | "categories";
  readonly colorOf: (value: ColoredValue) => RunColor;
  /** The numbers at the ends, or the categories that have a colour of their own. */
  readonly legend: readonly { readonly value: number | string; readonly color: RunColor }[];
  /** How many categories beyond the twelfth are grey. */
  readonly others: number;
}

const LOG_FROM = 50;

/**
 * Colours by value. Numbers have one scale; texts, or a mix, have colours of their own, the twelve most frequent of them. What is missing
 * or not finite is grey.
 */
export function valueColors(values: readonly ColoredValue[]): ValueColors {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 && known.every((value) => typeof value === "number")
    ? numberColors(known.filter(Number.isFinite))
    : categoryColors(known.map(String));
}

function numberColors(numbers: readonly number[]): ValueColors {
  const min = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const max = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  const isLog = min > 0 && max >= LOG_FROM * min;
  const scale = isLog ? Math.log : (x: number) => x;
  // Halves, so that the span of the largest numbers is a number, too.
  const span = scale(max) / 2 - scale(min) / 2;
  const colorOf = (value: ColoredValue) =>
    typeof value !== "number" || !Number.isFinite(value)
      ? grey
      : sequentialColor(span > 0 ? (scale(value) / 2 - scale(min) / 2) / span : 0.5);
  const ends = min < max ? [min, max] : numbers.slice(0, 1);
  return {
    kind: isLog ? "log" : "linear",
    colorOf,
    legend: ends.map((value) => ({ value, color: colorOf(value) })),
    others: 0,
  };
}

function categoryColors(texts: readonly string[]): ValueColors {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const frequent = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, runPalette.length)
    .map(([text]) => text)
    .sort();
  const places = assignPlaces(frequent, runPalette.length, areAlike);
  const colorOf = (value: ColoredValue) => {
    const place = value === undefined ? undefined : places.get(String(value));
    return (place === undefined ? undefined : runPalette[place]) ?? grey;
  };
  return {
    kind: "categories",
    colorOf,
    legend: frequent.map((value) => ({ value, color: colorOf(value) })),
    others: counts.size - frequent.length,
  };
}
