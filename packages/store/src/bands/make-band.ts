import { describeSample } from "@epochal/conclusions";
import type { Band } from "./bands.ts";
import type { PlacedLines } from "./line.ts";
import type { ReadBandsQuery } from "./read-bands-query.ts";

/** The columns of a group: what lines of `placed` its runs have is in `members`. */
export function makeBand(
  placed: PlacedLines,
  members: readonly number[],
  { center, spread }: Pick<ReadBandsQuery, "center" | "spread">,
): Omit<Band, "params" | "tag" | "runs"> {
  const columns: number[][] = [[], [], [], [], [], []];
  for (const [i, x] of placed.x.entries()) {
    const values = members.flatMap((line) => {
      const value = placed.values[line]?.[i] ?? Number.NaN;
      return Number.isNaN(value) ? [] : [value];
    });
    const bad = members.reduce((sum, line) => sum + (placed.bad[line]?.[i] ?? 0), 0);
    if (values.length + bad === 0) continue;
    const found = describeSample(values);
    const { low, high } = (found && spreadOf(found, spread)) ?? {
      low: Number.NaN,
      high: Number.NaN,
    };
    const row = [x, values.length, found?.[center] ?? Number.NaN, low, high, bad];
    for (const [column, value] of row.entries()) columns[column]?.push(value);
  }
  const [x, n, middle, low, high, nonFinite] = columns.map((column) => Float64Array.from(column));
  return { x, n, center: middle, low, high, nonFinite } as Omit<Band, "params" | "tag" | "runs">;
}

type Sample = NonNullable<ReturnType<typeof describeSample>>;

function spreadOf(
  { mean, sd, se, interval, quartiles, min, max }: Sample,
  spread: ReadBandsQuery["spread"],
): { readonly low: number; readonly high: number } | undefined {
  switch (spread) {
    case "sd":
      return sd === undefined ? undefined : { low: mean - sd, high: mean + sd };
    case "se":
      return se === undefined ? undefined : { low: mean - se, high: mean + se };
    case "interval":
      return interval;
    case "quartiles":
      return quartiles;
    case "range":
      return { low: min, high: max };
  }
}
