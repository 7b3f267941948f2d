/**
 * What is selected after a row was chosen.
 *
 * @param ids of the rows, in the order they stand
 * @param anchor the row from which a range is extended; absent where only `id` is meant
 */
export function selectRange(
  selected: ReadonlySet<string>,
  ids: readonly string[],
  id: string,
  anchor?: string,
): ReadonlySet<string> {
  const [from, to] = [anchor === undefined ? -1 : ids.indexOf(anchor), ids.indexOf(id)];
  if (from >= 0 && to >= 0) {
    const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    return new Set([...selected, ...range]);
  }
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
