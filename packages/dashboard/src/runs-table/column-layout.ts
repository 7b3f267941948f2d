/** Which columns a person wants to see, where, and how wide. It belongs to the project. */
export interface ColumnLayout {
  /** Ids of columns in their order, without the name of the run. Absent where nobody chose: then the usual ones are shown. */
  readonly shown?: readonly string[];
  /** Columns that stay when the table scrolls sideways. */
  readonly pinned: readonly string[];
  /** In pixels. */
  readonly widths: Readonly<Record<string, number>>;
}

export const usualLayout: ColumnLayout = { pinned: [], widths: {} };

/** `shown` with `id` where `before` stands, or at the end. */
export function moveColumn(
  shown: readonly string[],
  id: string,
  before: string | undefined,
): readonly string[] {
  if (id === before || !shown.includes(id)) return shown;
  const others = shown.filter((other) => other !== id);
  const at = before === undefined ? -1 : others.indexOf(before);
  return at < 0 ? [...others, id] : [...others.slice(0, at), id, ...others.slice(at)];
}

/** One place to the left (−1) or to the right (1). */
export function shiftColumn(shown: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const at = shown.indexOf(id);
  if (at < 0 || at + by < 0) return shown;
  return moveColumn(shown, id, by < 0 ? shown[at - 1] : shown[at + 2]);
}

/** Reads what was kept; undefined where it is no layout. */
export function readLayout(kept: unknown): ColumnLayout | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { shown, pinned, widths } = kept as Record<string, unknown>;
  const isList = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((id) => typeof id === "string");
  if (!isList(pinned) || typeof widths !== "object" || widths === null) return undefined;
  if (shown !== undefined && !isList(shown)) return undefined;
  const sound = Object.entries(widths).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] > 0,
  );
  return {
    ...(shown && { shown: [...new Set(shown)] }),
    pinned: [...new Set(pinned)],
    widths: Object.fromEntries(sound),
  };
}
