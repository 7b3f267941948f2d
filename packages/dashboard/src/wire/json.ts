const NOT_FINITE = new Set(["NaN", "Infinity", "-Infinity"]);

/** As JSON, which has no word for numbers that are not finite: they become `{ "number": "NaN" }`. */
export function encodeJson(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value,
  );
}

/** Reads what `encodeJson` wrote. */
export function decodeJson<T>(text: string): T {
  return JSON.parse(text, (_key, value: unknown) => (isOdd(value) ? Number(value.number) : value));
}

function isOdd(value: unknown): value is { readonly number: string } {
  if (typeof value !== "object" || value === null || !("number" in value)) return false;
  const { number } = value;
  return typeof number === "string" && NOT_FINITE.has(number) && Object.keys(value).length === 1;
}
