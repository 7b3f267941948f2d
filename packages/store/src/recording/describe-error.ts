import { limits } from "@epochal/record";

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

const mostCauses = 8;

/** An error as its language prints it, with its stack and its causes; undefined for what has no stack. Never throws. */
export function stackOf(error: unknown): string | undefined {
  const parts: string[] = [];
  const seen = new Set<unknown>();
  try {
    for (let each = error; each instanceof Error; each = each.cause) {
      if (seen.has(each) || seen.size >= mostCauses) break;
      seen.add(each);
      // Where somebody has set the stack to something else, what it is called is better than nothing.
      const text = typeof each.stack === "string" ? each.stack : `${each.name}: ${each.message}`;
      parts.push(parts.length === 0 ? text : `Caused by: ${text}`);
    }
  } catch {
    // What could be read of it is kept.
  }
  const stack = parts.join("\n");
  return stack === "" ? undefined : stack.slice(0, limits.text);
}
