/** What JSON has no number for. `-0` is one of them. */
interface Odd {
  readonly $number: string;
}

/** As JSON, from which `fromExactJson` makes the very same: numbers that are not finite, too. */
export function toExactJson(value: unknown): string {
  return JSON.stringify(value, (_key, it: unknown) =>
    typeof it === "number" && (!Number.isFinite(it) || Object.is(it, -0))
      ? ({ $number: Object.is(it, -0) ? "-0" : String(it) } satisfies Odd)
      : it,
  );
}

/** Reads what `toExactJson` wrote. */
export function fromExactJson(text: string): unknown {
  // Most have no such number, and a reviver is slow.
  if (!text.includes('{"$number":')) return JSON.parse(text);
  return JSON.parse(text, (_key, it: unknown) => {
    const odd = (it as Partial<Odd> | null)?.$number;
    return typeof odd === "string" ? Number(odd) : it;
  });
}
