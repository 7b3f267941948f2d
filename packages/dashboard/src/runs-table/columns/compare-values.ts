/** Numbers by size, anything else as a person counts: "r2" before "r10". */
export function compareValues(a: unknown, b: unknown): number {
  const x = typeof a === "string" && a.trim() !== "" ? Number(a) : a;
  const y = typeof b === "string" && b.trim() !== "" ? Number(b) : b;
  const xFinite = typeof x === "number" && !Number.isNaN(x);
  const yFinite = typeof y === "number" && !Number.isNaN(y);
  if (xFinite && yFinite) return x < y ? -1 : x > y ? 1 : 0;
  if (xFinite !== yFinite) return xFinite ? -1 : 1;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}
