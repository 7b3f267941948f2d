import { textHash } from "./text-hash.ts";

/**
 * A place of the palette for each id. An id prefers the place that its text gives; where two prefer the same one, the older gets it, and
 * the other takes the next that nobody prefers or has.
 *
 * @param ids the oldest first, none twice
 * @param size of the palette
 * @throws {RangeError} where there are more ids than places
 */
export function assignPlaces(ids: readonly string[], size: number): ReadonlyMap<string, number> {
  if (ids.length > size) {
    throw new RangeError(`assignPlaces: at most ${size} ids have a place. Received: ${ids.length}`);
  }
  const taken = new Set<number>();
  const places = new Map<string, number>();
  for (const id of ids) {
    const place = textHash(id) % size;
    if (taken.has(place)) continue;
    taken.add(place);
    places.set(id, place);
  }
  for (const id of ids) {
    if (places.has(id)) continue;
    let place = textHash(id) % size;
    while (taken.has(place)) place = (place + 1) % size;
    taken.add(place);
    places.set(id, place);
  }
  return places;
}
