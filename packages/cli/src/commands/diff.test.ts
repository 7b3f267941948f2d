import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { smallStore } from "../../test/small-store.ts";

test("says in words first what two runs differ in, then value by value", async () => {
  const { location, ids } = await smallStore();
  const { code, stdout, stderr } = await callEpochal(["diff", "slow", "fast", "--store", location]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [a, b, , words] = stdout.split("\n");
  expect(a).toBe(`A  slow · ${ids.slow} · finished`);
  expect(b).toBe(`B  fast · ${ids.fast} · finished`);
  expect(words).toBe(
    "B is 2 points better in val_auc (0.9300 against 0.9100, each at its best) and differs in lr 0.01 → 0.001 and seed 1 → 2.",
  );
  expect(stdout).toContain("By val_auc B is better: 0.9300 (epoch 2), A 0.9100 (epoch 4)");
  expect(stdout).toMatch(/^METRIC +AT +A +B +B - A$/m);
  expect(stdout).toMatch(/^val_auc +best +0\.9100 @ 4 +0\.9300 @ 2 +\+0\.0200 +B is better$/m);
  expect(stdout).toContain("B has lr 0.001 instead of 0.01, seed 2 instead of 1.");
  expect(stdout).toMatch(/^val_auc +epoch 3 +0\.8000 +0\.9000 +\+0\.1000 +B is better$/m);
  expect(stdout).toMatch(/^lr +0\.01 +0\.001$/m);
  expect(stdout).not.toMatch(/^units/m);
});

test("shows which uncommitted code only one of them had", async () => {
  const change = (line: string) =>
    `diff --git a/t.ts b/t.ts\n--- a/t.ts\n+++ b/t.ts\n-old\n+${line}\n`;
  const { location } = await smallStore(async (store) => {
    for (const [name, line] of [
      ["one", "const rate = 1;"],
      ["two", "const rate = 2;"],
    ] as const) {
      const run = await store.startRun({ project: "code", name, record: false });
      run.event({
        type: "card",
        card: { code: { commit: "abc", isDirty: true, diff: change(line) } },
      });
      await run.finish();
    }
  });
  const { stdout } = await callEpochal(["diff", "one", "two", "--store", location]);
  expect(stdout).toContain("Code: uncommitted changes of A alone\n  +const rate = 1;\n");
  expect(stdout).toContain("Code: uncommitted changes of B alone\n  +const rate = 2;\n");
  expect(stdout).not.toContain("-old");
});

test.each([
  [["slow", "slow"], "slow and slow are the same run"],
  [["slow", "nobody"], "there is no run nobody"],
  [["slow", "odd", "--metric", "loss"], "not both runs have logged loss. They share none."],
])("a wrong %j is one line and exit code 1", async (args, says) => {
  const { location } = await smallStore();
  const { code, stdout, stderr } = await callEpochal(["diff", ...args, "--store", location]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(says);
});
