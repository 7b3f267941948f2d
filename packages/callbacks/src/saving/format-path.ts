/** A placeholder as Python writes it: `{name}`, `{epoch:02d}`, `{val_loss:.4f}`. */
const placeholder = /\{(\w+)(?::(0?)(\d*)(?:\.(\d+))?([dfeg%]?))?\}/g;

/** The names of a path's placeholders. */
export function placeholdersOf(path: string): readonly string[] {
  return [...path.matchAll(placeholder)].map(([, name = ""]) => name);
}

/** A path with values in place of its placeholders; undefined where one is missing. */
export function formatPath(
  path: string,
  values: Readonly<Record<string, number | undefined>>,
): string | undefined {
  const missing = placeholdersOf(path).some((name) => values[name] === undefined);
  if (missing) return undefined;
  return path.replaceAll(placeholder, (_, name: string, zero, width, precision, type) => {
    const text = formatNumber(values[name] ?? Number.NaN, precision, type ?? "");
    return text.padStart(Number(width ?? 0), zero ? "0" : " ");
  });
}

function formatNumber(value: number, precision: string | undefined, type: string): string {
  const digits = precision === undefined ? 6 : Number(precision);
  switch (type) {
    case "f":
      return value.toFixed(digits);
    case "e":
      // Python writes at least two digits of the exponent.
      return value.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2");
    case "g":
      return String(Number(value.toPrecision(Math.max(1, digits))));
    case "%":
      return `${(value * 100).toFixed(digits)}%`;
    default:
      return precision === undefined ? String(value) : String(Number(value.toPrecision(digits)));
  }
}
