// Turns the grammar of the query language into a module, so that no page has to make a parser while it loads.
import { readFileSync, writeFileSync } from "node:fs";
import peggy from "peggy";

const folder = new URL("../src/query/", import.meta.url);
const grammar = readFileSync(new URL("query-grammar.peggy", folder), "utf8");
const parser = peggy.generate(grammar, {
  output: "source",
  format: "es",
  allowedStartRules: ["Query", "Completion"],
});
writeFileSync(
  new URL("query-grammar.gen.ts", folder),
  `// Made by scripts/generate-query-parser.ts from query-grammar.peggy: do not edit.\n// @ts-nocheck\n${parser}`,
);
