import type { XRange } from "@epochal/panel/charts";
import type { BandsQuestion } from "../wire/questions.ts";

interface BandStretchArgs {
  /** Of a bucket of the bands that have come; undefined where they tell each place. */
  readonly width: number | undefined;
  readonly x: NonNullable<BandsQuestion["x"]>;
  readonly zoom: XRange | undefined;
}

/** What to ask for so that zoomed bands are as fine as those of all of it; undefined where nothing finer is to be had. */
export function bandStretch({
  width,
  x,
  zoom,
}: BandStretchArgs): { readonly from: number; readonly to: number } | undefined {
  if (zoom === undefined || (width === undefined && x !== "time")) return undefined;
  // The first epoch stands at 1, and is 0 where it is stored.
  const before = x === "epoch" ? 1 : 0;
  return { from: Math.floor(zoom.min) - before, to: Math.ceil(zoom.max) };
}
