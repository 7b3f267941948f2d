import { execFileSync } from "node:child_process";
import { whole } from "@epochal/testing/full";
import fc from "fast-check";
import { expect, it } from "vitest";
import { repeatCommand } from "./repeat-command.ts";

it("goes to the commit and starts the script as it was started", () => {
  const code = { commit: "a1b2", script: "src/train.ts", isDirty: true, untracked: ["new.csv"] };
  expect(
    repeatCommand({
      code,
      arguments: ["--lr", "0.01", "--name", "it's"],
      environment: { MODE: "a b" },
    }),
  ).toEqual({
    lines: ["git switch --detach a1b2", "MODE='a b' node src/train.ts --lr 0.01 --name 'it'\\''s'"],
    lacks: [
      "It had uncommitted changes: the card has those of known files.",
      "It had files that git does not know: new.csv.",
    ],
  });
  expect(repeatCommand({ code: { commit: "a" } })).toBeUndefined();
  expect(repeatCommand({})).toBeUndefined();
});

it("whatever an argument holds, a shell takes it for one word", () => {
  const word = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (given) => {
      const [line = ""] = repeatCommand({ code: { script: "x" }, arguments: given })?.lines ?? [];
      const told = line.replace(/^node x/, "printf '%s\\0' x");
      const words = execFileSync("sh", ["-c", told], { encoding: "utf8" }).split("\0");
      expect(words.slice(1, -1)).toEqual(given);
    }),
    { numRuns: whole(100) },
  );
});
