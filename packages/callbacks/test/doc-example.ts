import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

/** An `@example` of a doc comment in src/. */
export interface DocExample {
  /** The file it stands in, relative to src/. */
  readonly file: string;
  /** The name that the doc comment describes. */
  readonly subject: string;
  readonly code: string;
}

const root = new URL("../src/", import.meta.url);
const docComment = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*((?:\/\/.*\s*)*)([^\n]*)/g;
const declared =
  /^(?:export\s+)?(?:(?:abstract|async|declare)\s+)*(?:class|function|const|interface|type)\s+(\w+)/;
const fence = /```ts\n([\s\S]*?)```/g;
const imported = /^import (?:\{([^}]*)\}|\* as (tf)) from "([^"]*)";$/gm;
const valueLine = /^(\s*)(\S.*); \/\/ (.+)$/gm;

/** The examples of all files in src/. Throws where an `@example` holds no code, for it would never run. */
export function readDocExamples(): readonly DocExample[] {
  return globSync("**/*.ts", { cwd: root })
    .filter((file) => !file.endsWith(".test.ts"))
    .toSorted()
    .flatMap((file) => examplesIn(readFileSync(new URL(file, root), "utf8"), file));
}

/** The code of a page in docs/, block by block. */
export function readPageExamples(page: string): readonly DocExample[] {
  const text = readFileSync(new URL(`../docs/${page}`, root), "utf8");
  return [...text.matchAll(fence)].map(([, code = ""], i) => ({
    file: "index.ts",
    subject: `${page}, block ${i + 1}`,
    code,
  }));
}

export function examplesIn(source: string, file: string): readonly DocExample[] {
  const examples: DocExample[] = [];
  for (const [, comment = "", , line = ""] of source.matchAll(docComment)) {
    const subject = declared.exec(line)?.[1] ?? line.trim();
    const text = comment.replaceAll(/^[ \t]*\* ?/gm, "");
    const tags = text.split("@example").slice(1);
    for (const tag of tags) {
      const codes = [...tag.matchAll(fence)].map(([, code = ""]) => code);
      if (codes.length === 0) throw new Error(`${file}: an @example of ${subject} has no code`);
      examples.push(...codes.map((code) => ({ file, subject, code })));
    }
  }
  return examples;
}

/**
 * The body of an async function that runs an example, and the names it imports.
 *
 * Each line `expression; // value` becomes `check(expression, value, "value")`.
 */
export function toRunnable({ code }: DocExample): { body: string; imports: readonly Import[] } {
  const imports: Import[] = [];
  const withoutImports = code.replaceAll(imported, (_, names: string | undefined, tf, from) => {
    for (const name of names?.split(",") ?? [tf]) {
      imports.push({
        name: name.replace(/^\s*type\s/, "").trim(),
        from,
        isType: /^\s*type\s/.test(name),
      });
    }
    return "";
  });
  const checked = withoutImports.replaceAll(
    valueLine,
    (_, indent, expression, value) =>
      `${indent}check((${expression}), (${value}), ${JSON.stringify(value)});`,
  );
  return { body: `{${stripTypeScriptTypes(checked)}\n}`, imports };
}

export interface Import {
  readonly name: string;
  readonly from: string;
  readonly isType: boolean;
}

/**
 * Asserts that a value is the one a comment gives. A number of four decimals or more may be rounded to them; any other
 * number is exact.
 */
export function isValueOf(actual: unknown, expected: unknown, text: string): boolean {
  const decimals = Math.max(
    0,
    ...[...text.matchAll(/\.(\d+)/g)].map(([, digits = ""]) => digits.length),
  );
  const tolerance = decimals >= 4 ? 0.5000001 * 10 ** -decimals : 1e-9;
  return isClose(actual, expected, tolerance);
}

function isClose(actual: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof actual === "number" && typeof expected === "number") {
    return Object.is(actual, expected) || Math.abs(actual - expected) <= tolerance;
  }
  if (typeof actual !== "object" || typeof expected !== "object" || !actual || !expected) {
    return Object.is(actual, expected);
  }
  if (Array.isArray(actual) !== Array.isArray(expected)) return false;
  const keys = Object.keys(expected);
  return (
    Object.keys(actual).length === keys.length &&
    keys.every((key) => isClose(Reflect.get(actual, key), Reflect.get(expected, key), tolerance))
  );
}
