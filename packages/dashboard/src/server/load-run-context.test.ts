import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "@epochal/store";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadGroupDiff } from "./load-group-diff.ts";
import { loadHistograms } from "./load-histograms.ts";
import { loadRun } from "./load-run.ts";
import { loadRunContext } from "./load-run-context.ts";
import { readPair } from "./read-pair.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const folder = mkdtempSync(path.join(tmpdir(), "epochal-context-"));
const before = process.env.EPOCHAL_STORE;
/** Ids by name. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  process.env.EPOCHAL_STORE = path.join(folder, "runs.db");
  const writer = await openStore(process.env.EPOCHAL_STORE);
  const scripts = { one: "a.ts", two: "b.ts", three: "a.ts", four: undefined };
  for (const [place, [name, script]] of Object.entries(scripts).entries()) {
    const startedAt = new Date(2026, 0, 1, 0, 0, place);
    const config = { units: place < 2 ? 32 : 64, seed: place };
    const run = await writer.startRun({
      ...{ project: "birds", name, config, startedAt, record: false },
    });
    if (script !== undefined) run.event({ type: "card", card: { code: { script } } });
    for (let epoch = 0; epoch < 2; epoch++) {
      run.log({ val_auc: 0.5 + place / 10 - epoch / 100 }, { epoch });
      run.event({ type: "histogram", epoch, key: "w/histogram", edges: [0, 1], counts: [1] });
    }
    await run.finish();
    ids[name] = run.id;
  }
  await writer.close();
});

afterAll(async () => {
  await (await store()).close();
  if (before === undefined) delete process.env.EPOCHAL_STORE;
  else process.env.EPOCHAL_STORE = before;
  rmSync(folder, { recursive: true, force: true });
});

const context = (name: string, rest: { against?: string; from?: string } = {}) =>
  loadRunContext({ id: ids[name] ?? "", project: "birds", ...rest });

test("a run is compared with the one before it of its script, else of its project, or with the chosen one", async () => {
  expect((await context("three")).changed).toMatchObject({
    script: "a.ts",
    diff: { a: { name: "one" }, b: { name: "three" } },
  });
  const { changed } = await context("four");
  expect([changed?.diff.a.name, changed?.script]).toEqual(["three", undefined]);
  expect((await context("one")).changed).toBeUndefined();
  const chosen = await context("three", { against: ids.two ?? "" });
  expect(chosen.changed?.diff.headline).toMatch(/^This run is 10 points better in val_auc/);
  expect((await context("three", { against: "nobody" })).changed).toBeUndefined();
});

test("its neighbours are those of the list that one came from", async () => {
  const named = async (from?: string) => {
    const { neighbours } = await context("two", from === undefined ? {} : { from });
    const { before: one, after: other, place, total } = neighbours;
    return [one?.name, other?.name, place, total];
  };
  expect(await named()).toEqual(["three", "one", 3, 4]);
  expect(await named("sort=best%3Aval_auc+asc")).toEqual(["one", "three", 2, 4]);
  expect(await named("where=param%3Aunits+%3D+32")).toEqual([undefined, "one", 1, 2]);
  expect(await named("where=param%3Aunits+%3D+64")).toEqual([undefined, undefined, undefined, 2]);
  expect(await named("where=((")).toEqual(["three", "one", 3, 4]);
});

test("histograms are counted on the page, and read on their own", async () => {
  const run = (await loadRun(ids.one ?? ""))?.runs[0];
  expect(run?.leftOut).toEqual({ histogram: 2 });
  expect(run?.events.map(({ event }) => event.type)).toEqual(["card"]);
  expect(await loadHistograms(ids.one ?? "")).toMatchObject({
    ...{ keys: ["w/histogram"], key: "w/histogram" },
    map: { epochs: [0, 1], total: 2, unread: 0 },
  });
});

test("an address means two runs, or says why it does not", async () => {
  const { one = "", two = "" } = ids;
  expect(await readPair(`${one.slice(0, 12)}...${two}`)).toEqual({ kind: "pair", a: one, b: two });
  expect(await readPair(`${one}...${one}`)).toMatchObject({ kind: "same", known: { name: "one" } });
  expect(await readPair(`${one}...nobody`)).toMatchObject({
    ...{ kind: "missing", wanted: "nobody", side: "a", known: { name: "one" } },
  });
  expect((await readPair(`${one}...nobody`)) as object).toHaveProperty("offers.length", 3);
  expect(await readPair(one)).toMatchObject({ kind: "malformed" });
  expect(await readPair(`...'"`)).toMatchObject({ kind: "missing" });
});

test("groups are the runs that queries find, each at its best", async () => {
  const data = await loadGroupDiff({
    ...{ project: "birds", a: "param:units = 32", b: "param:units = 64 or name = two" },
  });
  expect(data.a.runs.map(({ name, value }) => [name, value])).toEqual([
    ["two", 0.6],
    ["one", 0.5],
  ]);
  expect(data.words).toContain("3 and 2 runs: too few to tell");
  expect(data.title).toBe("param:units = 64 or name = two over 32 units");
  expect(data.warnings).toEqual(["1 run is in both groups: they do not differ there."]);
  await expect(loadGroupDiff({ project: "birds", a: "((", b: "x" })).rejects.toThrow();
});
