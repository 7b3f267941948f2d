import { readFileSync } from "node:fs";
import path from "node:path";
import { parseDocComment, tagOf } from "./doc-comment.ts";

/** An option of a class or a function. */
export interface Option {
  readonly name: string;
  readonly type: string;
  /** Undefined where it must be given. */
  readonly default: string | undefined;
  readonly text: string;
}

const head = (name: string) =>
  new RegExp(
    `export interface ${name}\\b([^{]*(?:\\{[^{}]*\\}[^{]*)*?)\\{\\n([\\s\\S]*?)\\n\\}`,
    "m",
  );
const member = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*readonly (\w+)(\?)?: ([^;]+);/g;

/** The options that an interface of a file gives, its own first, then those it inherits. */
export function readOptions(file: string, name: string): readonly Option[] {
  const source = readFileSync(file, "utf8");
  const found = head(name).exec(source);
  if (found === null) {
    const imported = importedFrom(source, name);
    if (imported === undefined) throw new Error(`${file}: no interface ${name}`);
    // What TensorFlow.js documents itself.
    if (!imported.startsWith(".")) return [];
    return readOptions(path.join(path.dirname(file), imported), name);
  }
  const [, declared = "", body = ""] = found;
  const own = [...body.matchAll(member)].map(
    ([, comment = "", key = "", isOptional, type = ""]): Option => {
      const doc = parseDocComment(comment);
      return {
        name: key,
        type: spelledOut(type, source, file),
        default: isOptional ? (tagOf(doc, "default") ?? "absent") : undefined,
        text: doc.text,
      };
    },
  );
  const inherited = basesOf(declared).flatMap((base) => {
    const options = readOptions(file, base.name);
    return options.filter(
      ({ name: option }) =>
        (base.picks?.includes(option) ?? true) && !(base.omits?.includes(option) ?? false),
    );
  });
  const names = new Set(own.map((option) => option.name));
  return [...own, ...inherited.filter((option) => !names.has(option.name))];
}

interface Base {
  readonly name: string;
  readonly picks?: readonly string[];
  readonly omits?: readonly string[];
}

/** The interfaces behind `extends`: `A<T>`, `Pick<A<T>, "x">`, or `Omit<A<T>, "x">`. */
function basesOf(declared: string): readonly Base[] {
  const bases = /extends ([\s\S]*)$/.exec(declared.slice(endOfGenerics(declared)))?.[1] ?? "";
  const found = bases.matchAll(/(Pick|Omit)<\s*(\w+Args)(?:<[^>]*>)?,\s*([^>]*)>|\b(\w+Args)\b/g);
  return [...found].map(([, how, chosen = "", list = "", whole = ""]) => {
    const keys = [...list.matchAll(/"(\w+)"/g)].map(([, key = ""]) => key);
    if (how === undefined) return { name: whole };
    return how === "Pick" ? { name: chosen, picks: keys } : { name: chosen, omits: keys };
  });
}

function endOfGenerics(declared: string): number {
  let depth = 0;
  for (const [i, letter] of [...declared].entries()) {
    if (letter === "<") depth++;
    if (letter === ">") depth--;
    if (depth === 0) return i;
  }
  return 0;
}

/** What a name of a type stands for, where a reader could not know: a parameter's bound, or an alias. */
function spelledOut(type: string, source: string, file: string): string {
  if (!/^[A-Z]\w+$/.test(type)) return type.replaceAll(/\s+/g, " ");
  const bound = new RegExp(`\\b${type} extends ([^=>]+?)\\s*[=>,]`).exec(source)?.[1];
  if (bound !== undefined) {
    const [first = ""] = bound.split(" | ");
    return /^[A-Z]/.test(first) ? spelledOut(first, source, file) : bound;
  }
  const alias = new RegExp(`type ${type} =\\s*\\|?\\s*([^;]+);`).exec(source)?.[1];
  if (alias !== undefined) return alias.replaceAll(/\s+/g, " ");
  const imported = importedFrom(source, type);
  // What a library declares is told by its name.
  if (imported === undefined || !imported.startsWith(".")) return type;
  const origin = path.join(path.dirname(file), imported);
  return spelledOut(type, readFileSync(origin, "utf8"), origin);
}

function importedFrom(source: string, name: string): string | undefined {
  return [...source.matchAll(/import (?:type )?\{([^}]*)\} from "([^"]*)";/g)].find(
    ([, names = ""]) => new RegExp(`\\b${name}\\b`).test(names),
  )?.[2];
}
