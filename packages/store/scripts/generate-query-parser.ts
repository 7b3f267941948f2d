// Turns the grammar of the query language into a module, so that no page has to make a parser while it loads.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import peggy from "peggy";

const folder = new URL("../src/query/", import.meta.url);

/** The module, as text. */
export function generateQueryParser(): string {
  const grammar = readFileSync(new URL("query-grammar.peggy", folder), "utf8");
  const parser = peggy.generate(grammar, {
    output: "source",
    format: "es",
    allowedStartRules: ["Query", "Completion"],
  });
  return `// Made by scripts/generate-query-parser.ts from query-grammar.peggy: do not edit.\n// @ts-nocheck\n${parser}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("query-grammar.gen.ts", folder), generateQueryParser());
}
