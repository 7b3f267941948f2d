/** An error in one line: `TypeError: x is not a function`. Never throws, whatever was thrown. */
export function describeError(error: unknown): string {
  try {
    const text =
      error instanceof Error
        ? `${error.name}: ${error.message}`
        : `${typeof error}: ${String(error)}`;
    const [line = ""] = text.split("\n", 1);
    return line.length > 1000 ? `${line.slice(0, 1000)}…` : line;
  } catch {
    return "an error that cannot be read";
  }
}
