import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store } from "@epochal/store";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ViewerStore } from "./viewer-store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const folder = mkdtempSync(path.join(tmpdir(), "epochal-viewer-"));
let whole: Store;
let seen: ViewerStore;
const ids: Record<string, string> = {};

beforeAll(async () => {
  whole = await openStore(path.join(folder, "runs.db"));
  for (const [name, project] of [
    ["own", "birds"],
    ["second", "birds"],
    ["trashed", "birds"],
    ["foreign", "fish"],
    ["gone", "fish"],
  ] as const) {
    const config = project === "fish" ? { secretly: 1 } : { units: 1 };
    const run = await whole.startRun({ project, name, config, record: false });
    run.log({ loss: 1, ...(project === "fish" && { fishy: 1 }) }, { epoch: 0 });
    await run.finish();
    ids[name] = run.id;
  }
  await whole.deleteRuns([ids.trashed ?? "", ids.gone ?? ""]);
  seen = new ViewerStore(whole, { token: "ana", role: "write", projects: ["birds"] });
}, 120_000);

afterAll(async () => {
  await whole.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that a store tells or does without a run of its own. */
const asks: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  listProjects: (store) => store.listProjects(),
  summarizeProjects: (store) => store.summarizeProjects(),
  facets: (store) => store.facets(),
  "facets of a project": (store) => store.facets({ project: "fish" }),
  listRuns: (store) => store.listRuns(),
  "listRuns of the trash": (store) => store.listRuns({ deleted: true }),
  "listRuns of a project": (store) => store.listRuns({ project: "fish" }),
  "listRuns by id": (store) => store.listRuns({ ids: [ids.foreign ?? "", ids.own ?? ""] }),
  "listRuns by a query": (store) => store.listRuns({ where: "project:fish or units = 1" }),
  bands: (store) => store.bands({ key: "loss" }),
  summarizeGroups: (store) => store.summarizeGroups({ key: "loss" }),
  parameterEffects: (store) => store.parameterEffects({ metric: "loss" }),
  storage: (store) => store.storage(),
  listChanges: (store) => store.listChanges(0),
  readManySeries: (store) =>
    store.readManySeries({
      series: ["foreign", "own"].map((name) => ({ run: ids[name] ?? "", key: "loss" })),
    }),
};

const leaks = (told: unknown) =>
  ["fish", "fishy", "secretly", "foreign", "gone", ids.foreign, ids.gone].filter((word) =>
    String(JSON.stringify(told)).includes(`"${word}"`),
  );

test.each(Object.entries(asks))("%s tells nothing of other projects", async (_, ask) => {
  expect(leaks(await ask(seen))).toEqual([]);
  // What it is compared with has something to hide.
  expect(leaks(await ask(whole)).length).toBeGreaterThan(0);
});

test("what is wrong with a query names nothing of other projects", async () => {
  const fault = await seen.listRuns({ where: "secretl = 1" }).catch(String);
  expect(String(fault)).not.toContain("secretly");
});

/** Everything that is done with a run. */
const ofRun: Readonly<Record<string, (store: Store, id: string) => Promise<unknown>>> = {
  getRun: (store, id) => store.getRun(id),
  concludeRun: (store, id) => store.concludeRun(id),
  compareRuns: (store, id) => store.compareRuns(id, ids.second ?? ""),
  "compareRuns, the other way": (store, id) => store.compareRuns(ids.second ?? "", id),
  readSeries: (store, run) => store.readSeries({ run, key: "loss" }),
  exportRun: async (store, id) => {
    const records: unknown[] = [];
    for await (const record of store.exportRun(id)) records.push(record);
    return records;
  },
  addNote: (store, id) => store.addNote(id, { text: "a note" }),
  updateRun: (store, id) => store.updateRun(id, { notes: "changed" }),
  updateRuns: (store, id) =>
    store.updateRuns(new Map([ids.own ?? "", id].map((each) => [each, { group: "g" }]))),
  deleteRuns: (store, id) => store.deleteRuns([id]),
  restoreRuns: (store, id) => store.restoreRuns([id]),
};

test.each(Object.entries(ofRun))("%s knows no run of another project", async (_, ask) => {
  for (const name of ["foreign", "gone"])
    await expect(ask(seen, ids[name] ?? "")).rejects.toMatchObject({ code: "run_not_found" });
  expect(leaks(await ask(seen, ids.own ?? ""))).toEqual([]);
});

test("what they change has their name", async () => {
  const { events } = await seen.getRun(ids.own ?? "");
  const by = events.flatMap(({ event }) => ("by" in event ? [event.by] : []));
  expect(new Set(by)).toEqual(new Set(["ana"]));
});

test("what no page does is not done", async () => {
  for (const refused of [
    () => seen.startRun(),
    () => seen.resumeRun(),
    () => seen.purge(),
    () => seen.prune(),
    () => seen.setRetention(),
    () => seen.readSql(),
  ])
    await expect(refused()).rejects.toMatchObject({ code: "store_read_only" });
  expect(() => seen.access).toThrow();
});

test("every method of a store is looked at here", () => {
  const looked = [...Object.keys(asks), ...Object.keys(ofRun)].map((name) => name.split(/[ ,]/)[0]);
  const refused = ["startRun", "resumeRun", "purge", "prune", "setRetention", "readSql"];
  const own = ["constructor", "access", "close", "request", "storageOf", "seenOf", "waitForChange"];
  const methods = Object.getOwnPropertyNames(ViewerStore.prototype);
  expect(methods.filter((name) => ![...looked, ...refused, ...own].includes(name))).toEqual([]);
});
