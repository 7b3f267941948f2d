// Half a surrogate pair, which cannot be sent at all.
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What most text has none of. */
const RARE = /[\0\ud800-\udfff]/;

/**
 * Text as a page can hold it. NUL vanishes in HTML and half a surrogate pair is replaced on the way: the page that a browser gets
 * would then differ from the one it makes itself. Both become the character for "unknown".
 */
export function pageText(text: string): string {
  return text.replaceAll("\0", "\ufffd").replace(HALVES, "\ufffd");
}

/** A value with all its text, keys too, as a page can hold it. Itself where nothing had to be changed. */
export function forPage<T>(value: T): T {
  return isClean(value) ? value : (clean(value) as T);
}

/** Nearly everything is: to look makes no garbage. */
function isClean(value: unknown): boolean {
  if (typeof value === "string") return !RARE.test(value) || pageText(value) === value;
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isClean);
  for (const key of Object.keys(value))
    if (!isClean(key) || !isClean(value[key as keyof typeof value])) return false;
  return true;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return pageText(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) {
    const list = value.map(clean);
    return list.every((item, index) => Object.is(item, value[index])) ? value : list;
  }
  const entries = Object.entries(value);
  const cleaned = entries.map(([key, inner]) => [pageText(key), clean(inner)] as const);
  const isSame = cleaned.every(
    ([key, inner], index) => key === entries[index]?.[0] && Object.is(inner, entries[index]?.[1]),
  );
  return isSame ? value : Object.fromEntries(cleaned);
}
