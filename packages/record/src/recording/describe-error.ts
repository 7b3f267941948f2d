import { isError } from "../config/object-kinds.ts";
import { limits } from "../limits.ts";

const longest = 1000;
/** How many errors of several that happened together, or of causes, a line names. */
const named = 3;

/**
 * What was thrown, in one line: `TypeError: x is not a function`, with its cause, or the errors that it stands for. A text is told as
 * it is; of anything else it is said that it was thrown: `it threw { code: 3 }`. Never throws.
 */
export function describeError(error: unknown): string {
  try {
    const line = isError(error) ? chain(error) : typeof error === "string" ? firstLine(error) : "";
    const text = line === "" ? `it threw ${shown(error)}` : line;
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  } catch {
    return "an error that cannot be read";
  }
}

/** An error, then its causes, each once. */
function chain(error: Error): string {
  const parts: string[] = [];
  const seen = new Set<unknown>();
  for (
    let each: unknown = error;
    each !== undefined;
    each = isError(each) ? each.cause : undefined
  ) {
    if (seen.has(each) || seen.size >= named) break;
    seen.add(each);
    parts.push(
      isError(each) ? withParts(each) : typeof each === "string" ? firstLine(each) : shown(each),
    );
  }
  return parts.join(", caused by ");
}

function withParts(error: Error): string {
  const all = partsOf(error);
  const told = all.slice(0, named).map((each) => (isError(each) ? titleOf(each) : shown(each)));
  const more = all.length > named ? [`${all.length - named} more`] : [];
  const title = titleOf(error);
  return all.length === 0 ? title : `${title} (${[...told, ...more].join("; ")})`;
}

function titleOf({ name, message }: Error): string {
  const line = firstLine(String(message));
  return line === "" ? String(name) : `${name}: ${line}`;
}

/** The errors that an `AggregateError` stands for. */
function partsOf(error: Error): readonly unknown[] {
  const parts: unknown = "errors" in error ? error.errors : undefined;
  return Array.isArray(parts) ? parts : [];
}

const firstLine = (text: string): string => text.trim().split("\n", 1)[0] ?? "";

function shown(value: unknown): string {
  const inspect = (globalThis as Host).process?.getBuiltinModule?.("node:util").inspect;
  if (inspect === undefined) return shownInPage(value);
  return inspect(value, {
    ...{ depth: 2, breakLength: Number.POSITIVE_INFINITY, compact: true, customInspect: false },
    ...{ maxArrayLength: 10, maxStringLength: 200 },
  }).replaceAll("\n", " ");
}

function shownInPage(value: unknown): string {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

const longestShown = 300;

interface Host {
  readonly process?: {
    getBuiltinModule?(name: "node:util"): {
      inspect(value: unknown, options: Readonly<Record<string, unknown>>): string;
    };
  };
}

const mostErrors = 8;

/**
 * An error as its language prints it, with its stack, its causes, and the errors that it stands for; undefined for what has no stack.
 * Never throws.
 */
export function stackOf(error: unknown): string | undefined {
  const parts: string[] = [];
  try {
    if (isError(error)) collect(error, "", parts, new Set());
  } catch {
    // What could be read of it is kept.
  }
  const stack = parts.join("\n");
  return stack === "" ? undefined : stack.slice(0, limits.text);
}

function collect(error: unknown, before: string, parts: string[], seen: Set<unknown>): void {
  if (error === undefined || seen.has(error) || seen.size >= mostErrors) return;
  seen.add(error);
  parts.push(`${before}${isError(error) ? textOf(error) : shown(error)}`);
  if (!isError(error)) return;
  const all = partsOf(error);
  for (const [i, each] of all.entries())
    collect(each, `Error ${i + 1} of ${all.length}: `, parts, seen);
  collect(error.cause, "Caused by: ", parts, seen);
}

/** Where somebody has set the stack to something else, what it is called is better than nothing. */
function textOf(error: Error): string {
  return typeof error.stack === "string" ? error.stack : titleOf(error);
}
