import { textHash } from "./text-hash.ts";

/**
 * A place of the palette for each id. An id prefers the place that its text gives; where two prefer the same one, or two that look alike,
 * the older gets it, and the other takes the next that nobody prefers or has, and that is like no other as long as there is one.
 *
 * @param ids the oldest first, none twice
 * @param size of the palette
 * @param areAlike whether two places look so alike that few runs should not have both. @default no two do
 * @throws {RangeError} where there are more ids than places
 */
export function assignPlaces(
  ids: readonly string[],
  size: number,
  areAlike: (one: number, other: number) => boolean = () => false,
): ReadonlyMap<string, number> {
  if (ids.length > size) {
    throw new RangeError(`assignPlaces: at most ${size} ids have a place. Received: ${ids.length}`);
  }
  const taken = new Set<number>();
  const places = new Map<string, number>();
  const take = (id: string, place: number) => {
    taken.add(place);
    places.set(id, place);
  };
  const isFree = (place: number) => !taken.has(place);
  const isFar = (place: number) =>
    isFree(place) && ![...taken].some((other) => areAlike(place, other));
  for (const id of ids) {
    const place = textHash(id) % size;
    if (isFar(place)) take(id, place);
  }
  for (const id of ids) {
    if (places.has(id)) continue;
    const first = textHash(id) % size;
    const next = Array.from({ length: size }, (_, step) => (first + step) % size);
    const place = next.find(isFar) ?? next.find(isFree);
    if (place !== undefined) take(id, place);
  }
  return places;
}
