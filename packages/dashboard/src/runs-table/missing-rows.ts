/** So many rows are asked for at once. */
const PAGE = 100;

/**
 * The rows to ask for so that all from `from` to before `to` are there: whole pages. Undefined where none is missing.
 */
export function missingRows(
  rows: readonly unknown[],
  total: number,
  from: number,
  to: number,
): { readonly offset: number; readonly limit: number } | undefined {
  const end = Math.min(to, total);
  let first = Math.max(0, from);
  while (first < end && rows[first] !== undefined) first++;
  if (first >= end) return undefined;
  let last = end - 1;
  while (rows[last] !== undefined) last--;
  const offset = Math.floor(first / PAGE) * PAGE;
  return { offset, limit: Math.min(total, Math.ceil((last + 1) / PAGE) * PAGE) - offset };
}
