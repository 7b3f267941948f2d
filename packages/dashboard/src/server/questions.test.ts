import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { formatValue } from "@epochal/conclusions";
import { metricCards } from "@epochal/panel/charts";
import { openStore, type Run, type Store } from "@epochal/store";
import { whole } from "@epochal/testing/full";
import { seededRandom } from "@epochal/testing/random";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as bands } from "../app/api/bands/route.ts";
import { GET as completions } from "../app/api/completions/route.ts";
import { GET as facets } from "../app/api/facets/route.ts";
import { GET as runs } from "../app/api/runs/route.ts";
import { GET as series } from "../app/api/series/route.ts";
import { GET as verdict } from "../app/api/verdict/route.ts";
import { mergePart } from "../live/merge-part.ts";
import type {
  CompletionsAnswer,
  FacetsAnswer,
  Fault,
  RunRow,
  RunsAnswer,
  VerdictAnswer,
} from "../wire/answers.ts";
import { decodeBands } from "../wire/bands-format.ts";
import { decodeJson } from "../wire/json.ts";
import { decodeSeries, type SeriesColumns } from "../wire/series-format.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const seed = Number(process.env.EPOCHAL_SEED ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-questions-"));
const RUNS = 60;
const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;

interface Known {
  readonly id: string;
  readonly startedAt: number;
  readonly units: number;
  readonly tags: readonly string[];
  readonly values: readonly number[];
}

let writer: Store;
const known: Known[] = [];

async function record(): Promise<Known> {
  const units = pick([8, 16, 32]);
  const tags = ["base", "night"].filter(() => random() < 0.4);
  const name = `trial ${Math.floor(random() * 40)}`;
  const config = { model: { units }, seed: known.length };
  const run = await writer.startRun({ project: "birds", name, config, tags, record: false });
  const values = Array.from({ length: Math.floor(random() * 5) }, () =>
    random() < 0.15 ? pick([Number.NaN, Infinity]) : Math.round(random() * 20) / 20,
  );
  for (const [epoch, value] of values.entries()) run.log({ val_auc: value }, { epoch });
  await run.finish();
  const { startedAt } = await writer.getRun(run.id);
  return { id: run.id, startedAt: startedAt.getTime(), units, tags, values };
}

beforeAll(async () => {
  process.env.EPOCHAL_STORE = path.join(folder, "runs.db");
  writer = await openStore(process.env.EPOCHAL_STORE);
  for (let n = 0; n < RUNS; n++) known.push(await record());
}, 240_000);

afterAll(async () => {
  await writer.close();
  await (await store()).close();
  rmSync(folder, { recursive: true, force: true });
});

type Route = (request: Request) => Promise<Response>;

/** In an address or in a body: it is the same question. */
async function ask(route: Route, question: Readonly<Record<string, unknown>>): Promise<Response> {
  if (random() < 0.5 || "have" in question) {
    const body = JSON.stringify(question);
    return route(new Request("http://127.0.0.1/", { method: "POST", body }));
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(question))
    for (const one of [value].flat()) query.append(name, String(one));
  return route(new Request(`http://127.0.0.1/?${query}`));
}

const json = async <T>(route: Route, question: Readonly<Record<string, unknown>>) =>
  decodeJson<T>(await (await ask(route, question)).text());

const finite = ({ values }: Known) => values.filter(Number.isFinite);
const orders: Readonly<Record<string, (run: Known) => number | undefined>> = {
  "best:val_auc": (run) => (finite(run).length > 0 ? Math.max(...finite(run)) : undefined),
  "last:val_auc": ({ values }) => values.findLast(() => true),
  "min:val_auc": (run) => (finite(run).length > 0 ? Math.min(...finite(run)) : undefined),
  "param:units": ({ units }) => units,
  started: ({ startedAt }) => startedAt,
};
const wheres: Readonly<Record<string, (run: Known) => boolean>> = {
  "": () => true,
  "units > 8": ({ units }) => units > 8,
  "tag:base and not units = 16": ({ tags, units }) => tags.includes("base") && units !== 16,
  "has:val_auc": ({ values }) => values.length > 0,
  "best:val_auc >= 0.5 or tag:night": (run) =>
    Math.max(...finite(run), -Infinity) >= 0.5 || run.tags.includes("night"),
};

/** By brute force: those without a value, or with one that is not finite, are last; equal ones stand with the newest first. */
function sorted(all: readonly Known[], by: readonly (readonly [string, boolean])[]): Known[] {
  const compare = (a: Known, b: Known): number => {
    for (const [order, isDown] of by) {
      const [x, y] = [a, b].map((run) => {
        const value = orders[order]?.(run);
        return value !== undefined && Number.isFinite(value) ? value : undefined;
      });
      if (x === y) continue;
      if (x === undefined) return 1;
      if (y === undefined) return -1;
      return isDown ? y - x : x - y;
    }
    return b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1);
  };
  return [...all].sort(compare);
}

test("the pages of rows together are the runs that match, in the order of several keys", async () => {
  for (let n = 0; n < whole(100); n++) {
    const [where, matches] = pick(Object.entries(wheres));
    const by = Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => [pick(Object.keys(orders)), random() < 0.5] as const,
    );
    const order = by.map(([key, isDown]) => `${key} ${isDown ? "desc" : "asc"}`);
    const limit = 10 + Math.floor(random() * 40);
    const question = { project: "birds", where, order, limit, columns: ["param:units"] };
    const expected = sorted(known.filter(matches), by);
    const what = `seed ${seed}: ${where} by ${order.join(", ")}, ${limit} a page`;
    const rows: RunRow[] = [];
    do {
      const page = await json<RunsAnswer>(runs, { ...question, offset: rows.length });
      expect(page.total, what).toBe(expected.length);
      rows.push(...page.rows);
    } while (rows.length < expected.length);
    expect(
      rows.map(({ id }) => id),
      what,
    ).toEqual(expected.map(({ id }) => id));
    expect(rows.map(({ cells }) => cells)).toEqual(
      expected.map(({ units }) => [{ text: String(units), number: units }]),
    );
  }
}, 240_000);

test("a row says what is best, last, kept and lost, and no two rows are called alike", async () => {
  const { rows } = await json<RunsAnswer>(runs, {
    ...{ project: "birds", metric: "val_auc", spark: "epoch", limit: RUNS },
  });
  for (const row of rows) {
    const run = known.find(({ id }) => id === row.id) as Known;
    const best = orders["best:val_auc"]?.(run);
    const last = run.values.at(-1);
    const what = `seed ${seed}: ${run.values.join()}`;
    expect(row.judged?.best?.value, what).toBe(best);
    expect(row.judged?.last?.value, what).toEqual(last);
    const lost = best === undefined || last === undefined ? undefined : best - last;
    expect(row.judged?.regret, what).toEqual(lost);
    expect(row.judged?.spark?.y ?? [], what).toEqual(finite(run));
  }
  expect(new Set(rows.map(({ label }) => label)).size, `seed ${seed}`).toBe(RUNS);
});

test("counts and the sentence are over all runs that match", async () => {
  for (const [where, matches] of Object.entries(wheres)) {
    const own = known.filter(matches);
    const found = await json<FacetsAnswer>(facets, { project: "birds", where });
    expect(found.total).toBe(own.length);
    const units = found.params.find((param) => param.path === "model.units");
    for (const { value, runs: count } of units?.values ?? [])
      expect(count, `seed ${seed}`).toBe(own.filter((run) => run.units === value).length);
    const said = await json<VerdictAnswer>(verdict, { project: "birds", where });
    expect(said).toMatchObject({ total: RUNS, found: own.length, metric: { key: "val_auc" } });
    const best = Math.max(...own.flatMap(finite));
    expect(said.headline, `seed ${seed}`).toContain(`val_auc ${formatValue(best)} `);
  }
});

test("a band is the mean of its runs at each epoch", async () => {
  const answer = await ask(bands, { project: "birds", key: "val_auc", by: ["units"] });
  for (const { params, x, n, center } of decodeBands(await answer.arrayBuffer()).groups) {
    const own = known.filter(({ units }) => units === params[0]?.value);
    for (const [place, epoch] of x.entries()) {
      const values = own
        .map((run) => run.values[epoch])
        .filter((value) => value !== undefined && Number.isFinite(value));
      expect(n[place], `seed ${seed}`).toBe(values.length);
      const mean = values.reduce((sum, value) => (sum ?? 0) + (value ?? 0), 0) ?? 0;
      if (values.length > 0) expect(center[place]).toBeCloseTo(mean / values.length, 10);
    }
  }
});

test("what is wrong with a question is told in words, with its place", async () => {
  const faults: readonly (readonly [Record<string, unknown>, Partial<Fault>])[] = [
    [{ where: "units > 8 and val_acu > 1" }, { offset: 14, length: 7, nearest: "val_auc" }],
    [{ where: "units >" }, { offset: 7, length: 0 }],
    [{ where: "units >", until: Date.now() }, { offset: 7 }],
    [{ limit: 5000 }, {}],
    [{ columns: ["zz:k"] }, {}],
    [{ order: ["zz:k"] }, {}],
    [{ nothing: 1 }, {}],
  ];
  for (const [question, fault] of faults) {
    const answer = await ask(runs, { project: "birds", ...question });
    expect(answer.status).toBe(400);
    const told = (await answer.json()) as Fault;
    expect(told).toMatchObject(fault);
    expect(told.error).not.toBe("");
  }
  const text = "val_a";
  const offered = await json<CompletionsAnswer>(completions, { project: "birds", text, caret: 5 });
  expect(offered).toMatchObject({ from: 0, completions: [{ text: "val_auc", kind: "metric" }] });
});

test("who puts together what is new has what one reading of everything gives", async () => {
  const keys = ["val_auc", "loss"];
  const open: Run[] = [];
  for (let n = 0; n < 3; n++)
    open.push(await writer.startRun({ project: "grown", name: `grown ${n}`, record: false }));
  const ids = open.map(({ id }) => id);
  const parts = new Map<string, SeriesColumns>();
  let since: number | undefined;
  let step = 0;
  for (let look = 0; look < whole(60); look++) {
    for (const run of open) {
      if (random() < 0.3) continue;
      const count = Math.floor(random() * (look % 7 === 0 ? 400 : 5));
      for (let n = 0; n < count; n++)
        run.log({ [pick(keys)]: random() < 0.05 ? Number.NaN : random() }, { step: step++ });
      await run.flush();
    }
    const have: Record<string, Record<string, [number, number]>> = {};
    for (const { run, key, last, total } of parts.values())
      have[run] = { ...have[run], [key]: [last, total] };
    const question = { ids, keys, buckets: 50 };
    const news = since === undefined ? question : { ...question, since, have };
    const fresh = decodeSeries(await (await ask(series, news)).arrayBuffer());
    since = fresh.revision;
    for (const part of fresh.series) {
      const name = `${part.run} ${part.key}`;
      parts.set(name, mergePart(parts.get(name), part));
    }
    const all = decodeSeries(await (await ask(series, question)).arrayBuffer());
    expect(parts.size, `seed ${seed}`).toBe(all.series.length);
    for (const part of all.series)
      expect(parts.get(`${part.run} ${part.key}`), `seed ${seed}, look ${look}`).toEqual(part);
  }
  for (const run of open) await run.finish();
}, 240_000);

test("runs that have values of batches only are told so, and their charts are there", async () => {
  for (const n of [1, 2]) {
    const run = await writer.startRun({ project: "batches", name: `loop ${n}`, record: false });
    for (let step = 0; step < 5; step++) run.log({ batch_loss: 1 / (step + n) }, { step });
    await run.finish();
  }
  const answer = await json<VerdictAnswer>(verdict, { project: "batches" });
  expect(answer.headline).toBe("2 runs recorded values of batches only: no epoch is best.");
  expect(answer.metric).toBeUndefined();
  const { series: found } = await json<FacetsAnswer>(facets, { project: "batches" });
  expect(metricCards(found, answer.metric).batch).toMatchObject([
    { title: "loss per batch", train: "batch_loss" },
  ]);
});

test("a run that starts later moves no page, and is counted as new", async () => {
  const question = { project: "birds", limit: 20 };
  const page = await json<RunsAnswer>(runs, question);
  // The language knows whole seconds.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const late = await writer.startRun({ project: "birds", name: "late", record: false });
  await late.finish();
  const { until } = page;
  const again = await json<RunsAnswer>(runs, { ...question, until, offset: 20 });
  expect(again).toMatchObject({ total: RUNS, newer: 1 });
  expect(again.rows.map(({ id }) => id)).toEqual(
    sorted(known, [["started", true]])
      .slice(20, 40)
      .map(({ id }) => id),
  );
});
