import { naturalKey } from "./natural-key.ts";

/** Compares two texts as people count: `trial 2` stands before `trial 10`. Only equal texts are equal. */
export function naturalOrder(a: string, b: string): number {
  const [one, other] = [naturalKey(a), naturalKey(b)];
  if (one !== other) return one < other ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
