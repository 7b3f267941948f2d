import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../test/temp-folder.ts";
import { thisProcess } from "../lease/this-process.ts";
import { openStore } from "../open-store.ts";
import type { Store } from "../store.ts";

const dead = { ...thisProcess(), pid: 2 ** 22 + 1, pidStarted: "before" };

/** What a process of an earlier version has left when it died. */
function leave(folder: string, name: string, run: string, { starts = true, segment = 0 } = {}) {
  mkdirSync(folder, { recursive: true });
  const lines = [
    { type: "journal", version: 1, at: 1, writer: dead },
    ...(starts
      ? [
          {
            ...{ type: "run", run, at: 1, project: "p", name: run, config: {} },
            ...{ tags: [], notes: "", writer: dead },
          },
        ]
      : []),
    { type: "values", run, at: 1, step: segment, values: { loss: 1 } },
  ];
  writeFileSync(
    path.join(folder, `${name}.00000${segment}.jsonl`),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
  );
}

async function open(location: string): Promise<Store> {
  const store = await openStore(location);
  onTestFinished(() => store.close());
  return store;
}

async function runsOf(store: Store): Promise<[string, number | undefined][]> {
  const { runs } = await store.listRuns();
  return runs
    .map(({ name, series }): [string, number | undefined] => [name, series[0]?.count])
    .sort();
}

it("folds what was left in the folder that a database had before", async () => {
  const folder = tempFolder();
  const location = path.join(folder, "a.sqlite.db");
  leave(path.join(folder, "a.sqlite.journal"), "x", "one");
  leave(path.join(folder, "a.sqlite.journal"), "x", "one", { starts: false, segment: 1 });
  expect(await runsOf(await open(location))).toEqual([["one", 2]]);
  expect(readdirSync(path.join(folder, "a.sqlite.journal"))).toEqual([]);
});

it("leaves to each of two databases that had one folder what is its own, whichever is opened first", async () => {
  for (const first of ["a.sqlite", "a.sqlite.db"]) {
    const folder = tempFolder();
    const shared = path.join(folder, "a.sqlite.journal");
    const names = ["a.sqlite", "a.sqlite.db"];
    const ids = new Map<string, string>();
    for (const name of names) {
      const store = await openStore(path.join(folder, name));
      const run = await store.startRun({ project: "p", name: `of ${name}` });
      ids.set(name, run.id);
      await store.close();
    }
    for (const name of names)
      leave(shared, `left-${name.length}`, ids.get(name) ?? "", { starts: false });
    // Nobody knows it yet: it is of the one whose folder it is.
    leave(shared, "new", "new");
    const order = first === names[0] ? names : names.toReversed();
    const found = new Map<string, unknown>();
    for (const name of order) found.set(name, await runsOf(await open(path.join(folder, name))));
    expect(found.get("a.sqlite.db")).toEqual([["of a.sqlite.db", 1]]);
    expect(found.get("a.sqlite")).toEqual([
      ["new", 1],
      ["of a.sqlite", 1],
    ]);
  }
});

it("keeps apart what two databases of similar names record at once", async () => {
  const folder = tempFolder();
  const names = ["a", "a.db", "a.sqlite", "a.sqlite.db", "a.sqlite.db.db", "runs.db", "runs"];
  const stores = await Promise.all(names.map((name) => open(path.join(folder, name))));
  await Promise.all(
    stores.map(async (store, i) => {
      const run = await store.startRun({ project: "p", name: names[i] ?? "" });
      run.log({ loss: 1 });
      await run.finish();
    }),
  );
  for (const [i, store] of stores.entries()) expect(await runsOf(store)).toEqual([[names[i], 1]]);
});

it.skipIf(process.platform === "win32")(
  "folds what was left beside a link to a database, and has one journal for all its paths",
  async () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, "data"));
    const database = path.join(folder, "data", "runs.db");
    await (await openStore(database)).close();
    symlinkSync(database, path.join(folder, "latest.db"));
    leave(path.join(folder, "latest.journal"), "x", "one");
    const linked = await open(path.join(folder, "latest.db"));
    expect(await runsOf(linked)).toEqual([["one", 1]]);
    expect(readdirSync(path.join(folder, "latest.journal"))).toEqual([]);
    const run = await linked.startRun({ project: "p", name: "two" });
    run.log({ loss: 1 });
    // What one store has acknowledged the other sees, as both know of one journal.
    const direct = await open(database);
    expect(await runsOf(direct)).toEqual([
      ["one", 1],
      ["two", 1],
    ]);
    expect(readdirSync(path.join(folder, "data", "journal"))).toHaveLength(1);
    await run.finish();
  },
);
