export type SortValue = number | string | undefined;

/**
 * Sorts numbers by size, and texts after them as people count: "r2" before "r10". Values that are not finite and then missing ones
 * come last in either direction.
 */
export function compareValues(a: SortValue, b: SortValue, isDown: boolean): number {
  const [x, y] = [read(a), read(b)];
  if (x.rank !== y.rank) return x.rank - y.rank;
  const sign = isDown ? -1 : 1;
  if (x.rank === 0) return sign * (x.number - y.number);
  return x.rank === 3 ? 0 : sign * String(a).localeCompare(String(b), "en", { numeric: true });
}

const NOT_FINITE = new Set(["NaN", "Infinity", "-Infinity"]);

function read(value: SortValue): { readonly rank: number; readonly number: number } {
  if (value === undefined) return { rank: 3, number: 0 };
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isFinite(number)) return { rank: 0, number };
  const isText = typeof value === "string" && !NOT_FINITE.has(value);
  return { rank: isText ? 1 : 2, number };
}
