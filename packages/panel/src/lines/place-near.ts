import { nearestIndex } from "./value-at.ts";
import type { XRange } from "./x-range.ts";

/**
 * The place of a chart at which its cursor stands; undefined where what another chart points at lies beyond this one, or far from all its places.
 *
 * @param places ascending
 * @param x where the cursor that charts share stands
 */
export function placeNear(
  places: readonly number[],
  x: number | undefined,
  { min, max }: XRange,
): number | undefined {
  if (x === undefined) return undefined;
  const room = Math.max((max - min) / Math.max(1, places.length - 1) / 2, (max - min) / 200);
  if (x < min - room || x > max + room) return undefined;
  return places[nearestIndex(places, x)];
}
