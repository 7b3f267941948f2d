import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type SweptRun, seedSweep } from "../../../../e2e/seed-sweep.ts";
import {
  deviation,
  mean,
  quantile,
  reachOfMean,
  spearman,
  welch,
} from "../../test/statistics-by-hand.ts";
import { GET as bands } from "../app/api/bands/route.ts";
import { GET as groups } from "../app/api/groups/route.ts";
import { GET as parameters } from "../app/api/parameters/route.ts";
import type { ParametersData } from "../parameters/parameters-data.ts";
import { groupSpreads } from "../wire/asked-parts.ts";
import { decodeBands } from "../wire/bands-format.ts";
import type { GroupsAnswer } from "../wire/groups-answer.ts";
import { decodeJson } from "../wire/json.ts";
import { loadGroupDiff } from "./load-group-diff.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const folder = mkdtempSync(path.join(tmpdir(), "epochal-sweep-"));
let swept: readonly SweptRun[] = [];

beforeAll(async () => {
  vi.stubEnv("EPOCHAL_STORE", path.join(folder, "runs.db"));
  swept = await seedSweep(path.join(folder, "runs.db"));
}, 240_000);

afterAll(async () => {
  await (await store()).close();
  rmSync(folder, { recursive: true, force: true });
});

const asked = { project: "sweep", metric: "val_auc" };
const best = ({ valAuc }: SweptRun) => Math.max(...valAuc);
/** What a group of configs shares, in words, and the value where there is one. */
const partsOf = ({ dropout, learningRate, units }: SweptRun) => [
  dropout === undefined ? ["no dropout"] : [`dropout ${dropout}`, `${dropout}`],
  [`lr ${learningRate}`, `${learningRate}`],
  [`${units} units`, `${units}`],
];
const configOf = (run: SweptRun) =>
  partsOf(run)
    .map(([words]) => words)
    .join(", ");

async function ask(route: (request: Request) => Promise<Response>, question: object) {
  const body = JSON.stringify(question);
  const answer = await route(new Request("http://here/api", { method: "POST", body }));
  expect(answer.status).toBe(200);
  return answer;
}

async function json<T>(route: (request: Request) => Promise<Response>, question: object) {
  return decodeJson<T>(await (await ask(route, question)).text());
}

/** From where to where each spread reaches. */
const reaches = {
  sd: (values: readonly number[]) => around(values, deviation(values)),
  interval: (values: readonly number[]) => around(values, reachOfMean(values)),
  range: (values: readonly number[]) => [Math.min(...values), Math.max(...values)],
  quartiles: (values: readonly number[]) => [quantile(values, 0.25), quantile(values, 0.75)],
};
const around = (values: readonly number[], by: number) => [mean(values) - by, mean(values) + by];

test.each(groupSpreads)(
  "groups and their bands have the mean and the %s of 25 runs",
  async (spread) => {
    const answer = await json<GroupsAnswer>(groups, { ...asked, by: ["config"], spread });
    expect(answer.groups).toHaveLength(8);
    const drawn = await ask(bands, { project: "sweep", key: "val_auc", by: ["config"], spread });
    const curves = decodeBands(await drawn.arrayBuffer()).groups;
    for (const { id, name, count, values } of answer.groups) {
      const own = swept.filter((run) => configOf(run) === name);
      expect(own).toHaveLength(25);
      expect(count).toBe(25);
      const bests = own.map(best);
      const { mean: center = Number.NaN, spread: half, reach } = values.best ?? {};
      expect(center).toBeCloseTo(mean(bests), 12);
      const [low, high] = reach
        ? [reach.low, reach.high]
        : [center - (half ?? 0), center + (half ?? 0)];
      const [from = 0, to = 0] = reaches[spread](bests);
      expect(low, name).toBeCloseTo(from, 9);
      expect(high, name).toBeCloseTo(to, 9);
      const band = curves.find((curve) => curve.id === id);
      expect(band?.x).toHaveLength(12);
      for (const [epoch] of band?.x.entries() ?? []) {
        const there = own.map(({ valAuc }) => valAuc[epoch] ?? Number.NaN);
        const [bottom = 0, top = 0] = reaches[spread](there);
        expect(band?.n[epoch]).toBe(25);
        expect(band?.center[epoch]).toBeCloseTo(mean(there), 12);
        expect(band?.low[epoch]).toBeCloseTo(bottom, 9);
        expect(band?.high[epoch]).toBeCloseTo(top, 9);
      }
    }
  },
);

/** In points: two digits of the reach that matter, and as many decimals of the difference. */
function points(difference: number, reach: number): string {
  const around = (100 * reach).toPrecision(2);
  const decimals = around.split(".")[1]?.length ?? 0;
  return `${(100 * Math.abs(difference)).toFixed(decimals)} ± ${around} points`;
}

/** Whether it is more than chance, as one of so many comparisons. */
function decision(a: readonly number[], b: readonly number[], comparisons: number): string {
  const isClear = (confidence: number) => {
    const { difference, reach } = welch(a, b, confidence);
    return Math.abs(difference) > reach;
  };
  if (!isClear(0.95)) return "not distinguishable";
  return isClear(1 - 0.05 / comparisons) ? "more than chance" : "more than chance alone";
}

test.each([1, 2, 3, 4, 5])(
  "of day %i the sentence has the interval of the best two of 8 groups",
  async (day) => {
    const question = { ...asked, by: ["config"], where: `tag = day-${day}` };
    const { difference } = await json<GroupsAnswer>(groups, question);
    const own = swept.filter((run) => run.day === day - 1);
    const configs = [...new Set(own.map(configOf))];
    const [b = [], a = []] = configs
      .map((config) => own.filter((run) => configOf(run) === config))
      .sort((one, two) => mean(two.map(best)) - mean(one.map(best)));
    const [inA, inB] = [a.map(best), b.map(best)];
    const { difference: gain, reach } = welch(inA, inB);
    const [ofA, ofB] = [a, b].map(([run]) => (run ? partsOf(run) : []));
    const apart = [0, 1, 2].filter((at) => ofA?.[at]?.[0] !== ofB?.[at]?.[0]);
    const words = (parts: string[][] | undefined) => apart.map((at) => parts?.[at]?.[0]).join(", ");
    const [only = 0, ...others] = apart;
    const [valueA, valueB] = [ofA?.[only]?.[1], ofB?.[only]?.[1]];
    const isShort = others.length === 0 && valueA !== undefined && valueB !== undefined;
    const names = `${words(ofB)} over ${isShort ? valueA : words(ofA)}`;
    expect(difference?.words).toContain(
      `${names}: +${points(gain, reach)}, 5 seeds each, best of 8 groups: ${decision(inA, inB, 7)}`,
    );
  },
);

test("two groups on their page are as far apart as Welch says", async () => {
  for (const { day, dropout } of [
    { day: 1, dropout: undefined },
    { day: 2, dropout: 0.3 },
    { day: 4, dropout: undefined },
  ]) {
    const within = `learningRate = 0.01 tag = day-${day} ${dropout === undefined ? "not has:dropout" : "dropout = 0.3"}`;
    const [inA, inB] = [32, 64].map((units) =>
      swept.filter(
        (run) =>
          run.learningRate === 0.01 &&
          run.units === units &&
          run.dropout === dropout &&
          run.day === day - 1,
      ),
    );
    const [a, b] = [inA?.map(best) ?? [], inB?.map(best) ?? []];
    const { difference, reach } = welch(a, b);
    const question = { project: "sweep", a: `${within} units = 32`, b: `${within} units = 64` };
    const data = await loadGroupDiff({ ...question, of: 8 });
    const sign = difference < 0 ? "−" : "+";
    const figures = `64 units over 32: ${sign}${points(difference, reach)}, 5 seeds each`;
    // Any two of 8 are 28 pairs.
    expect(data.words).toContain(`${figures}, two of 8 groups: ${decision(a, b, 28)}`);
    const ofBest = await loadGroupDiff({ ...question, of: 8, best: "b" });
    expect(ofBest.words).toContain(`${figures}, best of 8 groups: ${decision(a, b, 7)}`);
    expect(data.title).toBe("64 units over 32");
    expect(data.both).toContain("learningRate = 0.01");
    expect(data.warnings).toEqual([]);
  }
});

test("effects of params are the rank correlations and the means of all 200 runs", async () => {
  const question = { project: "sweep", metric: "val_auc" };
  const { effects: answer } = await json<ParametersData>(parameters, question);
  if (answer === undefined) throw new Error("The runs have no effects.");
  expect(answer).toMatchObject({ runs: 200, nonFinite: 0, looked: 3, without: [] });
  const values = swept.map(best);
  const effectOf = (name: string) => answer.effects.find((effect) => effect.path === name);
  for (const [name, numberIn] of [
    ["optimizer.learningRate", (run: SweptRun) => run.learningRate],
    ["units", (run: SweptRun) => run.units],
  ] as const) {
    const effect = effectOf(name);
    if (effect?.kind !== "number") throw new Error(`${name} is no number.`);
    const { rho, low, high } = spearman(swept.map(numberIn), values);
    expect(effect.n).toBe(200);
    expect(effect.rho, name).toBeCloseTo(rho, 10);
    expect(effect.low, name).toBeCloseTo(low, 10);
    expect(effect.high, name).toBeCloseTo(high, 10);
    expect(effect.isClear).toBe(low > 0 || high < 0);
    expect(effect.better).toBe("higher");
  }
  const effect = effectOf("dropout");
  if (effect?.kind !== "category") throw new Error("Dropout is no category.");
  expect(effect.groups).toHaveLength(2);
  let between = 0;
  for (const group of effect.groups) {
    const own = swept.filter(({ dropout }) => dropout === group.value).map(best);
    expect(group.n).toBe(100);
    expect(group.mean).toBeCloseTo(mean(own), 12);
    expect(group.interval?.low).toBeCloseTo(mean(own) - reachOfMean(own), 9);
    expect(group.interval?.high).toBeCloseTo(mean(own) + reachOfMean(own), 9);
    between += own.length * (mean(own) - mean(values)) ** 2;
  }
  const total = values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0);
  expect(effect.share).toBeCloseTo(between / total, 10);
  const [without, having] = [undefined, 0.3].map((dropout) =>
    swept.filter((run) => run.dropout === dropout).map(best),
  );
  const { difference, reach } = welch(without ?? [], having ?? []);
  expect(effect.isClear).toBe(Math.abs(difference) > reach);
});
