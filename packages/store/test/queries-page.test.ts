import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openStore, QueryError } from "../src/index.ts";
import { tempFolder } from "./temp-folder.ts";

const page = readFileSync(new URL("../docs/queries.md", import.meta.url), "utf8");
const queries = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, query = ""]) => query);

/** Those that one of the two runs of the page answers, and which. */
const answers: Readonly<Record<string, readonly string[]>> = {
  birds: ["trial 7"],
  "val_auc > 0.93": ["trial 7"],
  "last:loss = NaN": ["other"],
  "units = 32": ["trial 7"],
  "learningRate <= 1e-3": ["trial 7"],
  "units in (32, 64)": ["other", "trial 7"],
  "units != 32": ["other"],
  "optimizer.name:ada": ["other", "trial 7"],
  "layers = [64,32]": ["trial 7"],
  "units == 32": ["trial 7"],
  "augment == null": [],
  'not tag:""': ["other"],
  "not has:param:dropout": ["other", "trial 7"],
  '"my key" > 3': ["trial 7"],
  "group = sweep": ["trial 7"],
  "has:val_f1": ["other"],
  "not tag:baseline": ["other"],
  "-tag:baseline": ["other"],
  "age < 2d": ["other", "trial 7"],
  "status:failed or status:killed": ["other"],
  "birds (units = 32 or units = 64) -status:failed": ["trial 7"],
};

describe("the page about queries", () => {
  it("has examples that are all answered", async () => {
    const store = await openStore(path.join(tempFolder(), "runs.db"));
    const optimizer = { name: "adam", learningRate: 1e-3 };
    const one = await store.startRun({
      ...{ project: "bird-strikes", name: "trial 7", tags: ["baseline", "night sweep"] },
      ...{ notes: "birds at a high learning rate", record: false },
      config: { units: 32, optimizer, augment: true, layers: [64, 32], "my key": 4 },
    });
    one.log({ val_auc: 0.95, val_loss: 0.1, loss: 0.3 });
    await one.finish();
    await store.updateRun(one.id, { group: "sweep" });
    const two = await store.startRun({
      ...{ project: "bird-strikes", name: "other", record: false },
      config: { units: 64, optimizer: { name: "Adam", learningRate: 0.1 }, augment: false },
    });
    two.log({ val_auc: 0.6, val_f1: 0.2, loss: Number.NaN });
    await two.finish({ state: "failed" });
    expect(queries.length).toBeGreaterThan(40);
    for (const query of queries) {
      const { runs, total } = await store.listRuns({ where: query, order: "name" });
      const names = runs.map(({ name }) => name);
      expect({ query, names }).toEqual({ query, names: answers[query] ?? names });
      expect(total).toBe(runs.length);
    }
    expect(Object.keys(answers).filter((query) => !queries.includes(query))).toEqual([]);
    const [nan, ...none] = (await store.listRuns({ where: "last:loss != 0.3" })).runs;
    expect([nan?.name, none]).toEqual(["other", []]);
    const errors = [...page.matchAll(/^where: .*$/gm)].map(([message]) => message);
    for (const [i, where] of ["status:kiled", "val_acu > 3"].entries()) {
      await expect(store.listRuns({ where })).rejects.toThrow(errors[i] ?? "none");
    }
    await store.close();
  });
});

it("queries of any size are answered or refused in words", async () => {
  const store = await openStore(path.join(tempFolder(), "runs.db"));
  const run = await store.startRun({ project: "birds", config: { units: 32 }, record: false });
  run.log({ loss: 1 });
  const values = Array.from({ length: 2_000 }, (_, i) => i).join(",");
  const answered = [
    `units in (${values})`,
    `last:loss in (${values})`,
    `${"(".repeat(100)}birds${")".repeat(100)}`,
    `${"not ".repeat(100)}birds`,
    Array.from({ length: 200 }, (_, i) => `units = ${i}`).join(" or "),
    "-birds ".repeat(100),
  ];
  for (const where of answered) expect((await store.listRuns({ where })).total).toBeLessThan(2);
  const refused: [string, RegExp][] = [
    [`${"(".repeat(5_000)}a${")".repeat(4_900)}`, /at most 100 groups within each other/],
    [`${"not ".repeat(2_400)}a`, /at most 100 times not/],
    [`${"-".repeat(9_990)}a`, /at most 100 times not/],
    ["a ".repeat(201), /at most 200 conditions/],
    ["a".repeat(10_001), /at most 10000 characters/],
    [`"${"\\".repeat(9_000)}`, /expected a closing "/],
  ];
  for (const [where, message] of refused) {
    await expect(store.listRuns({ where })).rejects.toThrow(QueryError);
    await expect(store.listRuns({ where })).rejects.toThrow(message);
  }
  await store.close();
});
