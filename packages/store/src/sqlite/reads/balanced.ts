/** Halved again and again, because SQLite allows at most a thousand nested conditions. */
export function balanced(conditions: readonly string[], joint: "AND" | "OR"): string {
  if (conditions.length < 2) return conditions[0] ?? (joint === "AND" ? "TRUE" : "FALSE");
  const half = conditions.length >> 1;
  const [one, two] = [conditions.slice(0, half), conditions.slice(half)];
  return `(${balanced(one, joint)} ${joint} ${balanced(two, joint)})`;
}
