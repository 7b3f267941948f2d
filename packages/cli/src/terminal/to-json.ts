/** JSON for other programs. It has no word for numbers that are not finite: they become "NaN", "Infinity" and "-Infinity". */
export function toJson(value: unknown): string {
  const text = JSON.stringify(
    value,
    (_key, each: unknown) =>
      typeof each === "number" && !Number.isFinite(each) ? String(each) : each,
    2,
  );
  return `${text}\n`;
}
