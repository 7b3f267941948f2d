import { readFileSync } from "node:fs";
import path from "node:path";
import { type DocComment, parseDocComment } from "./doc-comment.ts";
import { type Option, readOptions } from "./read-options.ts";

/** What a metric's file says of it. */
export interface MetricFacts {
  readonly name: string;
  /** The room it stands in, such as `confusion`. */
  readonly family: string;
  /** Its file, without `.ts`. */
  readonly file: string;
  /** The key it has in the logs when it is given no name; empty where a function's name decides. */
  readonly key: string;
  readonly direction: "max" | "min" | undefined;
  readonly doc: DocComment;
  readonly options: readonly Option[];
}

const documented = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*export class (\w+)/;

/** The metric of a file; undefined where the file holds none that can be constructed. */
export function readMetric(file: string): MetricFacts | undefined {
  const source = readFileSync(file, "utf8");
  const [, comment, name] = documented.exec(source) ?? [];
  if (comment === undefined || name === undefined) return undefined;
  const options = readOptions(file, `${name}Args`);
  const byName = options.find((option) => option.name === "name")?.default ?? "";
  return {
    name,
    family: path.basename(path.dirname(file)),
    file: path.basename(file, ".ts"),
    key: /^"(.*)"$/.exec(byName)?.[1] ?? "",
    direction: /direction: "(max|min)"/.exec(source)?.[1] as MetricFacts["direction"],
    doc: parseDocComment(comment),
    options,
  };
}
