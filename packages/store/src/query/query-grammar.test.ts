import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generateQueryParser } from "../../scripts/generate-query-parser.ts";

it("the parser is the one that the grammar makes", () => {
  const made = new URL("query-grammar.gen.ts", import.meta.url);
  expect(generateQueryParser() === readFileSync(made, "utf8")).toBe(true);
});
