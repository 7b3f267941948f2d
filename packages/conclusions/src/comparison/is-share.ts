import type { SeriesDescription } from "@epochal/record";

/** Whether values of a series are shares of a whole, of which people say points: those of a metric that is better the higher, from 0 to 1. */
export function isShare(
  { kind, direction }: Pick<SeriesDescription, "kind"> & { readonly direction?: "max" | "min" },
  values: readonly number[],
): boolean {
  return kind === "metric" && direction === "max" && values.every((v) => v >= 0 && v <= 1);
}
