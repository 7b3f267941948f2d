const NOT_FINITE = new Set(["NaN", "Infinity", "-Infinity"]);

/** As JSON, which has no word for numbers that are not finite: they become `{ "number": "NaN" }`. */
export function encodeJson(data: unknown): string {
  // Asked for each value, JSON takes several times as long.
  return isPlain(data) ? JSON.stringify(data) : JSON.stringify(data, spell);
}

/** Reads what `encodeJson` wrote. */
export function decodeJson<T>(text: string): T {
  return text.includes('{"number":"') ? JSON.parse(text, read) : JSON.parse(text);
}

const spell = (_key: string, value: unknown) =>
  typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;

const read = (_key: string, value: unknown) => (isOdd(value) ? Number(value.number) : value);

/** Whether all numbers of a value are finite. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isPlain);
}

function isOdd(value: unknown): value is { readonly number: string } {
  if (typeof value !== "object" || value === null || !("number" in value)) return false;
  const { number } = value;
  return typeof number === "string" && NOT_FINITE.has(number) && Object.keys(value).length === 1;
}
