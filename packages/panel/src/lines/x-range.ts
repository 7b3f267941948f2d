import type { XAxis } from "./chart-run.ts";

/** A stretch of an x axis. */
export interface XRange {
  readonly min: number;
  readonly max: number;
}

/** How much narrower than everything a chart may be zoomed. */
const NARROWEST = 1e-9;

/**
 * The axis of these places, ascending: from the first to the last. A single place gets room on both sides. On an axis of epochs,
 * what lies within one epoch has an axis of that epoch: from its beginning to its end. Batches begin with the epoch of the first.
 */
export function rangeOf(places: readonly number[], xAxis: XAxis): XRange {
  const min = places[0] ?? 0;
  const max = places.at(-1) ?? 1;
  const end = Math.max(1, Math.ceil(max));
  if (xAxis === "epoch" && places.length > 0 && min > end - 1) return { min: end - 1, max: end };
  // The first batch of an epoch stands a little after its beginning.
  if (xAxis === "epoch" && min < max) return { min: Math.floor(min), max };
  if (min < max) return { min, max };
  const room = Math.max(0.5, Math.abs(min) * 1e-6);
  return { min: min - room, max: max + room };
}

/** A range made narrower (`factor` below 1) or wider around a place, within the whole; undefined where that is the whole. */
export function zoomed(
  range: XRange,
  whole: XRange,
  about: number,
  factor: number,
): XRange | undefined {
  const width = (range.max - range.min) * factor;
  if (width >= whole.max - whole.min) return undefined;
  const min = about - (about - range.min) * factor;
  const from = Math.min(whole.max - width, Math.max(whole.min, min));
  return within({ min: from, max: from + width }, whole);
}

/** A range moved by so much, within the whole. */
export function panned(range: XRange, whole: XRange, by: number): XRange {
  const held = Math.min(whole.max - range.max, Math.max(whole.min - range.min, by));
  return { min: range.min + held, max: range.max + held };
}

/** What two ends of a brush mark of the whole; undefined where that is all of it, or nothing. */
export function within({ min, max }: XRange, whole: XRange): XRange | undefined {
  const from = Math.max(whole.min, Math.min(min, max));
  const to = Math.min(whole.max, Math.max(min, max));
  const all = whole.max - whole.min;
  if (!(to - from > all * NARROWEST)) return undefined;
  return to - from >= all * (1 - 1e-6) ? undefined : { min: from, max: to };
}
