import { expect, test } from "vitest";
import { findDocFaults } from "./find-doc-faults.ts";

const around = {
  exists: (target: string) => ["README.md", "packages/store/src/run.ts"].includes(target),
  hasScript: (name: string) => name === "lint",
};

test("a document that keeps its word has no faults", () => {
  const text =
    "See [it](README.md#start), [web](https://example.org), `packages/store/src/run.ts:12`, `packages/<name>/src`, `npm run lint`.";
  expect(findDocFaults(text, around)).toEqual([]);
});

test("a link, a path and a script that do not exist are named", () => {
  const text = "See [it](GONE.md) and `packages/store/src/gone.ts`, then `pnpm run gone`.";
  expect(findDocFaults(text, around)).toEqual([
    "link to GONE.md, which does not exist",
    "path `packages/store/src/gone.ts`, which does not exist",
    'script "gone", which package.json does not have',
  ]);
});
