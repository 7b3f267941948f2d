import { readFileSync } from "node:fs";
import path from "node:path";
import { type DocComment, parseDocComment } from "./doc-comment.ts";
import { type Option, readOptions } from "./read-options.ts";

/** A class or a function that has a page: what its file says of it. */
export interface Subject {
  readonly name: string;
  readonly isFunction: boolean;
  /** Its file, relative to src/. */
  readonly source: string;
  /** The file of its page, without `.md`. */
  readonly page: string;
  readonly doc: DocComment;
  readonly options: readonly Option[];
  /** Of a metric. */
  readonly direction: "max" | "min" | undefined;
}

const documented =
  /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*export (?:async )?(class|function) (\w+)([^{]*)/g;

/** What a file relative to src/ says of one of its names. */
export function readSubject(root: string, source: string, name: string): Subject {
  const file = path.join(root, source);
  const text = readFileSync(file, "utf8");
  const found = [...text.matchAll(documented)].find(([, , , subject]) => subject === name);
  if (found === undefined) throw new Error(`${source}: ${name} has no doc comment`);
  const [whole, comment = "", kind] = found;
  const isFunction = kind === "function";
  const signature = text.slice((found.index ?? 0) + whole.length - (found[4]?.length ?? 0));
  const ofFunction = /^[\s\S]{0,300}?\b(\w+Args)\b/.exec(signature)?.[1];
  const hasOwn = new RegExp(`\\b${name}Args\\b`).test(text);
  const args = isFunction ? ofFunction : hasOwn ? `${name}Args` : undefined;
  return {
    name,
    isFunction,
    source,
    page: path.basename(source, ".ts"),
    doc: parseDocComment(comment),
    options: args === undefined ? [] : readOptions(file, args),
    direction: /direction: "(max|min)"/.exec(text)?.[1] as Subject["direction"],
  };
}

/** The room a metric stands in, such as `confusion`. */
export function familyOf({ source }: Subject): string {
  return path.basename(path.dirname(source));
}

/** The key a metric has in the logs when it is given no name; empty where a function's name decides. */
export function keyOf({ options }: Subject): string {
  const byName = options.find(({ name }) => name === "name")?.default ?? "";
  return /^"(.*)"$/.exec(byName)?.[1] ?? "";
}
