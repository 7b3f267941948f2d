import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "@epochal/store";
import { QueryError } from "@epochal/store/query";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadParameters } from "./load-parameters.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const seed = newSeed();
const folder = mkdtempSync(path.join(tmpdir(), "epochal-parameters-"));
const asked = { project: "sweep" };

interface Known {
  readonly id: string;
  readonly units: number;
  readonly rate: number | undefined;
  readonly optimizer: string;
  readonly best: number | undefined;
}

const known: Known[] = [];

beforeAll(async () => {
  vi.stubEnv("EPOCHAL_STORE", path.join(folder, "runs.db"));
  const random = seededRandom(seed);
  const writer = await openStore(path.join(folder, "runs.db"));
  for (let i = 0; i < 60; i++) {
    const units = [16, 32, 64][Math.floor(random() * 3)] as number;
    const rate = random() < 0.8 ? Number((10 ** (-3 * random())).toPrecision(3)) : undefined;
    const optimizer = random() < 0.5 ? "adam" : "sgd";
    const config = {
      ...{ units, seed: i, epochs: 3, optimizer: { name: optimizer } },
      ...(rate !== undefined && { learningRate: rate }),
    };
    const startedAt = new Date(Date.UTC(2026, 10, 1) + i * 60_000);
    const run = await writer.startRun({ project: "sweep", config, startedAt });
    const values = random() < 0.1 ? [] : [random(), random() < 0.2 ? Number.NaN : random()];
    for (const [epoch, value] of values.entries())
      run.log({ val_auc: value, applause: -value }, { step: epoch, epoch });
    await run.finish();
    const finite = values.filter((value) => Number.isFinite(value));
    const best = finite.length === 0 ? undefined : Math.max(...finite);
    known.push({ id: run.id, units, rate, optimizer, best });
  }
  await writer.close();
}, 120_000);

afterAll(async () => {
  await (await store()).close();
  rmSync(folder, { recursive: true });
});

test("draws what the filter says beside its brushes, and finds what the whole of it says", async () => {
  const random = seededRandom(seed + 1);
  for (let round = 0; round < whole(100); round++) {
    const least = random();
    const optimizer = random() < 0.5 ? "adam" : "sgd";
    const where = `not optimizer.name:${optimizer === "adam" ? "sgd" : "adam"} learningRate >= ${least} units in (16, 64)`;
    const data = await loadParameters({ ...asked, where });
    const base = known.filter((run) => run.optimizer === optimizer);
    const found = base.filter(
      ({ rate, units }) => rate !== undefined && rate >= least && units !== 32,
    );
    const note = `seed ${seed}: ${where}`;
    expect(data?.total, note).toBe(base.length);
    expect(data?.found, note).toBe(found.length);
    expect(new Set(data?.runs.map(({ id }) => id)), note).toEqual(
      new Set(base.map(({ id }) => id)),
    );
    expect(new Set(data?.runs.flatMap(({ id, isFound }) => (isFound ? id : []))), note).toEqual(
      new Set(found.map(({ id }) => id)),
    );
    expect(data?.effects?.runs, note).toBe(found.filter(({ best }) => best !== undefined).length);
    let held = Number.NEGATIVE_INFINITY;
    const records = found.flatMap(({ id, best }) => {
      if (best === undefined || best <= held) return [];
      held = best;
      return [id];
    });
    expect(
      data?.records.map(({ id }) => id),
      note,
    ).toEqual(records);
  }
});

test("judges by the lowest values of a metric that nobody knows, where a person says that lower is better", async () => {
  const byAuc = await loadParameters(asked);
  const data = await loadParameters({ ...asked, metric: "applause", direction: "min" });
  expect(data.metric).toEqual({ key: "applause", of: "min", direction: "min" });
  for (const { id, value } of data.runs) {
    const { best } = known.find((run) => run.id === id) ?? {};
    if (best !== undefined) expect(value).toBe(-best);
  }
  expect(data.records.map(({ id }) => id)).toEqual(byAuc.records.map(({ id }) => id));
  expect(data.effects).toMatchObject({ direction: "min", runs: byAuc.effects?.runs });
  expect(await loadParameters({ ...asked, metric: "applause" })).toMatchObject({
    metric: { key: "applause", of: "last" },
    records: [],
  });
});

test("looks at the runs that lists show, and at none of the archive", async () => {
  const { runs } = await loadParameters(asked);
  const ids = runs.slice(0, 3).map(({ id }) => id);
  const archive = async (archived: boolean) =>
    (await store()).updateRuns(new Map(ids.map((id) => [id, { archived }])));
  await archive(true);
  const without = await loadParameters(asked);
  await archive(false);
  expect(without).toMatchObject({ found: runs.length - 3, total: runs.length - 3 });
  expect(without.runs.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([]);
});

test("has an axis for each param that differs, and none for seeds", async () => {
  const data = await loadParameters(asked);
  const axes = new Map(data?.axes.map((axis) => [axis.path, axis]));
  expect(new Set(axes.keys())).toEqual(new Set(["units", "learningRate", "optimizer.name"]));
  expect(axes.get("units")).toMatchObject({
    kind: "number",
    values: [16, 32, 64],
    min: 16,
    max: 64,
  });
  expect(axes.get("optimizer.name")).toMatchObject({ kind: "category", values: ["adam", "sgd"] });
  const rates = known.flatMap(({ rate }) => rate ?? []);
  expect(axes.get("learningRate")).toMatchObject({
    ...{ kind: "number", hasAbsent: true },
    ...{ min: Math.min(...rates), max: Math.max(...rates) },
  });
});

test("lays the runs out by the two params that were asked for", async () => {
  const data = await loadParameters({
    ...asked,
    rows: "optimizer.name",
    columns: "units",
  });
  const cell = data?.grid?.cells[0]?.[2];
  const own = known.filter(({ optimizer, units }) => optimizer === "adam" && units === 64);
  const finite = own.flatMap(({ best }) => best ?? []);
  expect(cell?.n).toBe(finite.length);
  expect(cell?.mean).toBeCloseTo(finite.reduce((sum, value) => sum + value, 0) / finite.length, 10);
});

test("knows no project that is not there, and refuses what is no filter", async () => {
  await expect(loadParameters({ project: "nobody" })).rejects.toMatchObject({
    code: "project_not_found",
  });
  await expect(loadParameters({ ...asked, where: "units >" })).rejects.toThrow(QueryError);
  expect(await loadParameters({ ...asked, where: "units = 1" })).toMatchObject({
    found: 0,
  });
});
