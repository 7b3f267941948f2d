import { whole } from "@epochal/testing/full";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type ChangedLine, codeDifference } from "./code-difference.ts";
import { compareConfigs } from "./compare-configs.ts";

const between = (a: string | undefined, b: string | undefined) =>
  codeDifference(
    compareConfigs(
      { code: { commit: "x", ...(a !== undefined && { diff: a }) } },
      { code: { commit: "x", ...(b !== undefined && { diff: b }) } },
    ),
  );
const head =
  "diff --git a/train.ts b/train.ts\nindex 1..2 100644\n--- a/train.ts\n+++ b/train.ts\n";
const text = (parts: ChangedLine["a"]) => parts?.map((part) => part.text).join("");

it("pairs a changed line with what it was, and marks the words that changed", () => {
  const one = `${head}@@ -1,3 +1,3 @@\n const a = 1;\n-const rate = 0;\n+const rate = 0.01;\n`;
  const two = `${head}@@ -1,3 +1,4 @@\n const a = 1;\n-const rate = 0;\n+const rate = 0.003;\n+const b = 2;\n`;
  const found = between(one, two);
  expect(found.lines).toBe(2);
  expect(found.files.map(({ file }) => file)).toEqual(["train.ts"]);
  const [first, second] = found.files[0]?.lines ?? [];
  expect([text(first?.a), text(first?.b)]).toEqual(["const rate = 0.01;", "const rate = 0.003;"]);
  expect(first?.b?.filter(({ isChanged }) => isChanged).map((part) => part.text)).toEqual(["003"]);
  expect([text(second?.a), text(second?.b)]).toEqual([undefined, "const b = 2;"]);
});

it("a run without changes has the code that the other took away", () => {
  const found = between(undefined, `${head}@@ -1 +1 @@\n--- old\n+++ new\n`);
  expect(found.files[0]?.lines.map(({ a, b }) => [text(a), text(b)])).toEqual([
    ["-- old", "++ new"],
  ]);
});

it("says nothing where only one of them recorded its code", () => {
  const card = compareConfigs({ code: { commit: "x", diff: `${head}+a\n` } }, {});
  expect(codeDifference(card)).toEqual({ lines: 0, files: [] });
});

const lines = fc.array(fc.constantFrom("+x y", "-x y", "+x z", "-q", "+", "+x  y", "-- a"), {
  maxLength: 12,
});
const diffOf = (some: readonly string[]) => `${head}@@ -1 +1 @@\n${some.join("\n")}\n`;

it("however the changes lie, each text is gained as often as the one code has it more often than the other", () => {
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const found = between(diffOf(a), diffOf(b));
      const all = found.files.flatMap((file) => file.lines);
      const net = (some: readonly string[], line: string) =>
        some.filter((each) => each === `+${line}`).length -
        some.filter((each) => each === `-${line}`).length;
      for (const line of new Set([...a, ...b].map((each) => each.slice(1)))) {
        const count = (side: "a" | "b") => all.filter((each) => text(each[side]) === line).length;
        expect(count("b") - count("a")).toBe(net(b, line) - net(a, line));
      }
      expect(found.lines).toBe(all.length);
      expect(between(diffOf(a), diffOf(a)).lines).toBe(0);
      expect(between(diffOf(b), diffOf(a)).files.length).toBe(found.files.length);
    }),
    { numRuns: whole(2_000) },
  );
});
