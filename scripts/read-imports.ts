import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** A file of a package imports another one, or a package by its name; paths from the root of the repository. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import in the sources of the packages, those of types included and those of tests left out. */
export function readImports(root: string): readonly Import[] {
  const files = globSync("packages/*/src/**/*.{ts,tsx}", { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort();
  return files.flatMap((from) =>
    importsIn(from, readFileSync(path.join(root, from), "utf8")).map((to) => ({ from, to })),
  );
}

/** What the text of a file imports: other files by their paths from the root, packages by their names. */
export function importsIn(file: string, text: string): readonly string[] {
  const specifiers: string[] = [];
  const note = ({ source }: { source: unknown }) => {
    const { value } = Object(source) as { value?: unknown };
    if (typeof value === "string") specifiers.push(value);
  };
  const { program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new SyntaxError(`${file}: ${errors[0].message}`);
  new Visitor({
    ImportDeclaration: note,
    ExportNamedDeclaration: note,
    ExportAllDeclaration: note,
    ImportExpression: note,
    TSImportType: note,
  }).visit(program);
  return specifiers.map((specifier) =>
    specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : specifier,
  );
}
