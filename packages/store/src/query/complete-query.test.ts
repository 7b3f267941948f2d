import { whole } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryTrees } from "../../test/query-trees.ts";
import { type CompletableRuns, completeQuery } from "./complete-query.ts";
import { parseQuery } from "./parse-query.ts";
import { printQuery } from "./print-query.ts";

const known: CompletableRuns = {
  params: [
    { path: "units", values: [{ value: 32 }, { value: 64 }] },
    { path: "optimizer.name", values: [{ value: "adam" }, { value: "sgd nesterov" }] },
  ],
  series: [{ key: "val_auc" }, { key: "val_loss" }, { key: "my key" }],
  tags: [{ tag: "baseline" }, { tag: "bad night" }],
  branches: [{ branch: "main" }],
  groups: [{ group: "sweep" }],
  projects: [{ project: "birds" }],
};

/** What is offered at `|`. */
function offered(marked: string): string[] {
  const cursor = marked.indexOf("|");
  const { completions } = completeQuery(marked.replace("|", ""), cursor, known);
  return completions.map(({ text }) => text);
}

describe("completions", () => {
  it.each([
    ["val_|", ["val_auc", "val_loss"]],
    ["best:|", ["val_auc", "val_loss", '"my key"']],
    ["param:|", ["units", "optimizer.name"]],
    ["na|", ["name", "optimizer.name"]],
    [
      "status:|",
      "running finished stopped_early failed interrupted killed stalled closed lost".split(" "),
    ],
    ["status:k|", ["killed"]],
    ["status in (killed, st|", ["stopped_early", "stalled"]],
    ["verdict:o|", ["overfitting"]],
    ["units = |", ["32", "64"]],
    ["units in (32, |", ["32", "64"]],
    ["optimizer.name = |", ["adam", '"sgd nesterov"']],
    ['name = x optimizer.name = "s|', ['"sgd nesterov"']],
    ["tag:b|", ["baseline", '"bad night"']],
    ["branch = |", ["main"]],
    ["group = |", ["sweep"]],
    ["project:|", ["birds"]],
    ["has:my|", ['"my key"']],
    ["val_auc |", ["==", "<=", "<", ">=", ">", "=", "!=", ":", "in"]],
    ["best:val_auc |", ["<=", "<", ">=", ">", "==", "=", "!=", "in"]],
    ["(units = 32 |", [")"]],
    ["units = = |", []],
    ["val_| > 3", ["val_auc", "val_loss"]],
  ])("of %s are what may stand there", (marked, some) => {
    const all = offered(marked);
    expect(all).toEqual(expect.arrayContaining(some));
    // Where the language offers more than keys and values, more than those are there.
    if (!/\|$/.test(marked) || /[:=(,] ?"?\w*\|$/.test(marked)) {
      if (some.length > 0 && !marked.startsWith("val_")) expect(all).toEqual(some);
    }
  });

  it("begin with what was typed, wherever the cursor stands, and never throw", () => {
    const asked = fc.property(queryTrees(), fc.nat(), (query, at) => {
      const text = printQuery(query);
      const cursor = at % (text.length + 1);
      const { from, completions } = completeQuery(text, cursor, known);
      expect(from).toBeLessThanOrEqual(cursor);
      const typed = text.slice(from, cursor).replace(/^"/, "").toLowerCase();
      for (const { text: offer } of completions) expect(offer.toLowerCase()).toContain(typed);
    });
    fc.assert(asked, { seed: newSeed(), numRuns: whole(2000) });
  });

  it("that are values complete a condition that is read", () => {
    for (const marked of ["units = |", "tag:|", "status:|", "optimizer.name in (|", "project:|"]) {
      for (const value of offered(marked)) {
        const text = marked.replace("|", value) + (marked.includes("(") ? ")" : "");
        expect(() => parseQuery(text), text).not.toThrow();
      }
    }
  });
});
