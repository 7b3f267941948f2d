import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Run, type Store } from "@epochal/store";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { MOST_ROWS } from "../compare/compare-project.ts";
import { type ComparisonData, mergeComparison } from "../compare/comparison-data.ts";
import type { CompareState } from "../compare/search-params.ts";
import { loadComparison } from "./load-comparison.ts";
import { loadRun } from "./load-run.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

/** More than are listed. */
const RUNS = process.env.EPOCHAL_FULL === "1" ? 2000 : 700;
const EPOCHS = 3;
const SEED = Number(process.env.EPOCHAL_SEED ?? Date.now() % 1_000_000);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-comparison-"));
const base: CompareState = {
  hide: [],
  only: [],
  sort: null,
  q: "",
  metric: null,
  x: "epoch",
  scale: "linear",
};

interface Known {
  readonly id: string;
  readonly name: string;
  readonly lr: number;
  readonly group: string;
  readonly values: readonly number[];
  readonly failed: boolean;
}

let writer: Store;
let known: readonly Known[];

/** A small generator of Lehmer's. */
function randomOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

async function record(index: number, random: () => number): Promise<Known> {
  const name = `trial ${index}`;
  const lr = Number((random() / 10).toPrecision(3));
  const group = `g${Math.floor(random() * 7)}`;
  const values = Array.from({ length: EPOCHS }, () => {
    const chance = random();
    return chance < 0.03 ? Number.NaN : chance < 0.05 ? Infinity : random();
  });
  const config = { optimizer: { learningRate: lr }, group };
  const run: Run = await writer.startRun({ project: "many", name, config, record: false });
  for (const [epoch, value] of values.entries())
    run.log({ val_auc: value, val_loss: 1 - value }, { step: epoch, epoch });
  const failed = random() < 0.02;
  void run.finish(failed ? { state: "failed", reason: "out of memory" } : {});
  return { id: run.id, name, lr, group, values, failed };
}

beforeAll(async () => {
  process.env.EPOCHAL_STORE = path.join(folder, "runs.db");
  writer = await openStore(process.env.EPOCHAL_STORE);
  const random = randomOf(SEED);
  const all: Known[] = [];
  for (let index = 0; index < RUNS; index++) all.push(await record(index, random));
  known = all;
  await writer.listRuns({ limit: 0 });
}, 240_000);

afterAll(async () => {
  await writer.close();
  await (await store()).close();
  rmSync(folder, { recursive: true, force: true });
});

async function compare(state: Partial<CompareState>, since?: number): Promise<ComparisonData> {
  const data = await loadComparison("many", { ...base, ...state }, since);
  if (data === undefined) throw new Error("There is no project.");
  return data;
}

const bestOf = ({ values }: Known) => Math.max(...values.filter(Number.isFinite), -Infinity);
const says = (data: ComparisonData) => `seed ${SEED}: ${data.view.headline}`;

/** The values that the rows have, in their order. */
function valuesIn(data: ComparisonData, of: (run: Known) => number): number[] {
  const byId = new Map(known.map((run) => [run.id, run]));
  return data.view.rows.map((id) => of(byId.get(id) as Known));
}

/** The first rows by brute force: finite values by size, the others after them. */
function sorted(runs: readonly Known[], of: (run: Known) => number, isDown: boolean): number[] {
  const finite = runs.map(of).filter(Number.isFinite);
  finite.sort((a, b) => (isDown ? b - a : a - b));
  return finite.slice(0, MOST_ROWS);
}

test("the best of all runs is the best, and all are counted", async () => {
  const data = await compare({});
  const best = known.reduce((a, b) => (bestOf(b) > bestOf(a) ? b : a));
  expect(data.view.total).toBe(RUNS);
  expect(data.view.found).toBe(RUNS);
  expect(data.view.rows).toHaveLength(MOST_ROWS);
  expect(data.view.rows[0]).toBe(best.id);
  expect(data.view.drawn[0]).toBe(best.id);
  expect(data.view.headline, says(data)).toContain(best.name);
  expect(data.view.headline, says(data)).toContain(bestOf(best).toFixed(4));
  const failed = data.view.facts.find(({ word }) => word === "failed");
  expect(Number.parseInt(failed?.text ?? "0", 10)).toBe(known.filter((run) => run.failed).length);
});

test.each([
  { id: "best", of: bestOf },
  { id: "last", of: ({ values }: Known) => values.at(-1) ?? Number.NaN },
  { id: "kept", of: ({ values }: Known) => values.at(-1) ?? Number.NaN },
  { id: "param:optimizer.learningRate", of: ({ lr }: Known) => lr },
])(
  "sorted by $id, the first of all runs are listed, and nothing that is not finite",
  async ({ id, of }) => {
    for (const desc of [true, false]) {
      const data = await compare({ sort: { id, desc } });
      const first = valuesIn(data, of).filter(Number.isFinite);
      expect(first, says(data)).toEqual(sorted(known, of, desc).slice(0, first.length));
      expect(first).toHaveLength(MOST_ROWS);
      // Among fewer runs those that are not finite are listed, at the end.
      const some = await compare({ sort: { id, desc }, q: "trial 19 group" });
      const values = valuesIn(some, of);
      const bad = values.findIndex((value) => !Number.isFinite(value));
      if (bad >= 0) expect(values.slice(bad).some(Number.isFinite)).toBe(false);
    }
  },
);

test("sorted by name they stand as a person counts", async () => {
  const data = await compare({ sort: { id: "run", desc: true } });
  expect(data.view.rows.slice(0, 3)).toEqual([1, 2, 3].map((back) => known[RUNS - back]?.id));
});

test("the search finds the oldest run, and the sentence speaks of what it finds", async () => {
  for (const run of [known[0], known[1], known[RUNS - 1]]) {
    const { view } = await compare({ q: `group=${run?.group} ${run?.id}` });
    expect(view.rows).toEqual([run?.id]);
  }
  for (const group of ["g0", "g3", "g6"]) {
    const data = await compare({ q: `group=${group}` });
    const runs = known.filter((run) => run.group === group);
    const best = runs.reduce((a, b) => (bestOf(b) > bestOf(a) ? b : a));
    expect(data.view.found, says(data)).toBe(runs.length);
    expect(data.view.total).toBe(RUNS);
    expect(data.view.headline, says(data)).toContain(best.name);
  }
  expect((await compare({ q: "failed" })).view.found).toBe(
    known.filter((run) => run.failed).length,
  );
  const none = await compare({ q: "nothing of that kind" });
  expect(none.view).toMatchObject({ found: 0, rows: [], headline: "No run matches." });
});

test("a run that is hidden is not drawn, and one that only the address names is", async () => {
  const [best] = (await compare({})).view.drawn;
  expect((await compare({ hide: [best ?? ""] })).view.drawn).not.toContain(best);
  const worst = known.reduce((a, b) => (bestOf(b) < bestOf(a) ? b : a));
  const only = await compare({ only: [worst.id] });
  expect(only.view.drawn).toEqual([worst.id]);
  expect(only.runs.map(({ id }) => id)).toContain(worst.id);
  expect((await compare({ hide: ["*"] })).view).toMatchObject({ shown: 0, drawn: [] });
});

test("only what has changed is sent again, and a page that merges it has all", async () => {
  const before = await compare({});
  expect((await compare({}, before.version)).runs).toEqual([]);
  const random = randomOf(SEED + 1);
  const run = await writer.startRun({ project: "many", name: "the winner", record: false });
  run.log({ val_auc: 2 + random() }, { step: 0, epoch: 0 });
  await run.flush();
  const after = await compare({}, before.version);
  expect(after.runs.map(({ id }) => id)).toEqual([run.id]);
  expect(after.view.rows[0]).toBe(run.id);
  expect(after.view.total).toBe(RUNS + 1);
  const merged = mergeComparison(before, after);
  const whole = await compare({});
  expect(new Set(merged?.runs.map(({ id }) => id))).toEqual(
    new Set(whole.runs.map(({ id }) => id)),
  );
  // A page that has none of the rows must ask for all of them.
  expect(mergeComparison({ ...before, runs: [] }, after)).toBeUndefined();
  await run.finish();
  const place = whole.runs.find(({ id }) => id === run.id)?.place;
  expect(place).toBe(RUNS);
  expect((await loadRun(run.id))?.runs[0]?.place).toBe(RUNS);
});

test("there is no project that nobody has recorded", async () => {
  expect(await loadComparison("nobody", base)).toBeUndefined();
});
