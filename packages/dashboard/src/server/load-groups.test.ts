import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { naturalOrder } from "@epochal/conclusions";
import { openStore, type Store } from "@epochal/store";
import { seededRandom } from "@epochal/testing/random";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as groups } from "../app/api/groups/route.ts";
import { GET as like } from "../app/api/like/route.ts";
import { GET as members } from "../app/api/members/route.ts";
import { GET as runs } from "../app/api/runs/route.ts";
import type { RunsAnswer } from "../wire/answers.ts";
import type { GroupRow, GroupsAnswer, LikeAnswer, MembersAnswer } from "../wire/groups-answer.ts";
import { decodeJson } from "../wire/json.ts";
import { store } from "./store.ts";

// It only stops a bundler from putting the server's code into a page.
vi.mock("server-only", () => ({}));

const seed = Number(process.env.EPOCHAL_SEED ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const folder = mkdtempSync(path.join(tmpdir(), "epochal-groups-"));
const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;

interface Known {
  readonly id: string;
  readonly units: unknown;
  readonly dropout: number | undefined;
  readonly tags: readonly string[];
  readonly best: number | undefined;
}

/** Some read alike, and are of several kinds. */
const oddUnits = [8, 16, "16", true, "true", null, "null", "auto", ["a b"], ["c)"], '["a b"]'];

let writer: Store;
const known: Known[] = [];

beforeAll(async () => {
  process.env.EPOCHAL_STORE = path.join(folder, "runs.db");
  writer = await openStore(process.env.EPOCHAL_STORE);
  for (let n = 0; n < 120; n++) {
    const units = pick(oddUnits);
    const dropout = pick([undefined, 0.1, 0.3]);
    const tags = ["base", "a night"].filter(() => random() < 0.4);
    const config = { model: { units }, ...(dropout !== undefined && { dropout }), seed: n };
    const run = await writer.startRun({ project: "birds", config, tags, record: false });
    const values = Array.from({ length: Math.floor(random() * 4) }, () =>
      random() < 0.1 ? Number.NaN : random(),
    );
    for (const [epoch, value] of values.entries()) run.log({ val_auc: value }, { epoch });
    await run.finish();
    const finite = values.filter((value) => !Number.isNaN(value));
    const best = values.length === 0 ? undefined : Math.max(...finite);
    known.push({ id: run.id, units, dropout, tags, best });
  }
}, 240_000);

afterAll(async () => {
  await writer.close();
  await (await store()).close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<T>(
  route: (request: Request) => Promise<Response>,
  question: object,
): Promise<T> {
  const body = JSON.stringify(question);
  const answer = await route(new Request("http://here/api", { method: "POST", body }));
  expect(answer.status).toBe(200);
  return decodeJson<T>(await answer.text());
}

const asked = { project: "birds", metric: "val_auc", columns: ["param:model.units"] };
const names: readonly (readonly [readonly string[], (run: Known) => readonly string[]])[] = [
  [["model.units"], ({ units }) => [JSON.stringify(units)]],
  [["model.units", "dropout"], ({ units, dropout }) => [JSON.stringify([units, dropout])]],
  [["config"], ({ units, dropout }) => [JSON.stringify([units, dropout])]],
  [["tags"], ({ tags }) => (tags.length === 0 ? [""] : tags)],
  [
    ["tags", "model.units"],
    ({ tags, units }) =>
      (tags.length === 0 ? [""] : tags).map((tag) => JSON.stringify([tag, units])),
  ],
];

/** The ids of the runs of a group. */
async function runsOf(by: readonly string[], group: GroupRow): Promise<readonly string[]> {
  const question = { project: "birds", metric: "val_auc", by, group: group.id };
  const { runs: ids } = await ask<MembersAnswer>(members, question);
  expect(ids).toHaveLength(group.count);
  return ids;
}

/** Who is in which group, as somebody would sort them by hand. */
function byHand(of: (run: Known) => readonly string[]): readonly (readonly Known[])[] {
  const found = new Map<string, Known[]>();
  for (const run of known.filter(({ best }) => best !== undefined)) {
    for (const name of of(run)) found.set(name, [...(found.get(name) ?? []), run]);
  }
  return [...found.values()];
}

const finiteBests = (members: readonly Known[]) =>
  members.flatMap(({ best }) => (best !== undefined && Number.isFinite(best) ? [best] : []));
const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

test(`groups have the mean and the spread of their runs, with seed ${seed}`, async () => {
  for (const [by, of] of names) {
    for (const spread of ["sd", "range"] as const) {
      const answer = await ask<GroupsAnswer>(groups, { ...asked, by, spread });
      const hands = byHand(of);
      expect(answer.groups).toHaveLength(hands.length);
      expect(answer.without).toBe(known.filter(({ best }) => best === undefined).length);
      expect(new Set(answer.groups.map(({ name }) => name)).size).toBe(hands.length);
      for (const group of answer.groups) {
        const { values } = group;
        const ids = await runsOf(by, group);
        const own = hands.find(
          (hand) => hand.length === ids.length && hand.every(({ id }) => ids.includes(id)),
        );
        expect(own, `${by}: ${ids}`).toBeDefined();
        const bests = finiteBests(own ?? []);
        expect(values.best?.n ?? 0).toBe(bests.length);
        if (bests.length === 0) continue;
        expect(values.best?.mean).toBeCloseTo(meanOf(bests), 12);
        if (bests.length === 1) continue;
        const squares = bests.map((value) => (value - meanOf(bests)) ** 2);
        const sd = Math.sqrt(squares.reduce((a, b) => a + b, 0) / (bests.length - 1));
        if (spread === "sd") expect(values.best?.spread).toBeCloseTo(sd, 12);
        else
          expect(values.best?.reach).toEqual({ low: Math.min(...bests), high: Math.max(...bests) });
      }
    }
  }
});

test(`the best mean comes first, in another order what was asked for, with seed ${seed}`, async () => {
  const by = ["model.units", "dropout"];
  const meansOf = ({ groups: all }: GroupsAnswer) =>
    all.flatMap(({ values }) => values.best?.mean ?? []);
  const usual = await ask<GroupsAnswer>(groups, { ...asked, by });
  expect(meansOf(usual)).toEqual([...meansOf(usual)].sort((a, b) => b - a));
  const turned = await ask<GroupsAnswer>(groups, { ...asked, by, order: ["best:val_auc asc"] });
  expect(meansOf(turned)).toEqual([...meansOf(usual)].sort((a, b) => a - b));
  const enough = usual.groups.filter(({ values }) => (values.best?.n ?? 0) >= 3);
  if (enough.length < 2) return;
  expect([usual.difference?.b, usual.difference?.a]).toEqual(
    enough.slice(0, 2).map(({ id }) => id),
  );
  expect(usual.difference?.words).toContain(` of ${usual.groups.length} groups`);
});

test(`groups are sorted by params that no column shows, numbers before texts and none last, with seed ${seed}`, async () => {
  const { project, metric } = asked;
  for (const sign of [1, -1]) {
    const way = sign < 0 ? "desc" : "asc";
    const answer = await ask<GroupsAnswer>(groups, {
      ...{ project, metric, by: ["model.units", "dropout"] },
      order: [`param:model.units ${way}`, "param:dropout asc"],
    });
    const found = await Promise.all(
      answer.groups.map(async (group) => {
        const [first] = await runsOf(["model.units", "dropout"], group);
        return known.find(({ id }) => id === first) as Known;
      }),
    );
    const place = ({ units }: Known) => (typeof units === "number" ? sign * units : Infinity);
    // Infinity less Infinity is no number.
    const compared = (a: number, b: number) => (a === b ? 0 : a - b);
    const text = ({ units }: Known) => (typeof units === "string" ? units : JSON.stringify(units));
    const wanted = found.toSorted(
      (a, b) =>
        compared(place(a), place(b)) ||
        (typeof a.units === "number" ? 0 : sign * naturalOrder(text(a), text(b))) ||
        (a.dropout ?? 1) - (b.dropout ?? 1),
    );
    expect(found).toEqual(wanted);
  }
});

test(`the query of a group finds its runs, and no others of those that have values, with seed ${seed}`, async () => {
  const valued = new Set(known.flatMap(({ id, best }) => (best === undefined ? [] : [id])));
  for (const [by] of names) {
    const { groups: all } = await ask<GroupsAnswer>(groups, { ...asked, by });
    for (const group of all) {
      const { where } = group;
      const ids = await runsOf(by, group);
      const { rows } = await ask<RunsAnswer>(runs, { project: "birds", where });
      const found = rows.map(({ id }) => id).filter((id) => valued.has(id));
      expect(found.sort(), where).toEqual([...ids].sort());
    }
  }
});

test(`runs like one are those with its params, whatever their seeds, with seed ${seed}`, async () => {
  for (const run of known.slice(0, 12)) {
    const url = new URL(`http://here/api/like?run=${run.id}`);
    const answer = await like(new Request(url));
    const { where } = decodeJson<LikeAnswer>(await answer.text());
    const { rows } = await ask<RunsAnswer>(runs, { project: "birds", where });
    const alike = known.filter(
      ({ units, dropout }) =>
        JSON.stringify(units) === JSON.stringify(run.units) && dropout === run.dropout,
    );
    expect(rows.map(({ id }) => id).sort(), where).toEqual(alike.map(({ id }) => id).sort());
  }
});

test("runs that come later are in no group until they are asked for", async () => {
  const question = { project: "later", metric: "val_auc", by: ["units"] };
  const train = async (units: number, startedAt: Date) => {
    const config = { units, tags: `${units}` };
    const options = { project: "later", config, startedAt, record: false };
    const run = await writer.startRun(options);
    run.log({ val_auc: 0.5 }, { epoch: 0 });
    await run.finish();
  };
  await train(8, new Date(Date.now() - 60_000));
  const first = await ask<GroupsAnswer>(groups, question);
  expect(first).toMatchObject({ newer: 0, groups: [{ name: "8 units", count: 1 }] });
  await train(8, new Date());
  await train(16, new Date());
  const { until } = first;
  expect(await ask<GroupsAnswer>(groups, { ...question, until })).toEqual({
    ...{ ...first, newer: 2, revision: expect.any(Number) },
  });
  const taken = await ask<GroupsAnswer>(groups, question);
  expect(taken).toMatchObject({ newer: 0, groups: [{ count: 2 }, { count: 1 }] });
  const named = async (...by: readonly string[]) =>
    (await ask<GroupsAnswer>(groups, { ...question, by })).groups.map(({ name }) => name);
  expect(await named("param:tags")).toEqual(["tags 16", "tags 8"]);
  expect(await named("tags")).toEqual(["no tag"]);
}, 60_000);

test("what a person fixed says which group is the best, where nobody recorded it", async () => {
  for (let n = 0; n < 6; n++) {
    const config = { units: n < 3 ? 8 : 16, seed: n };
    const run = await writer.startRun({ project: "odd", config, record: false });
    for (const [epoch, value] of [n, n + 10, n + 5].entries())
      run.log({ val_oddity: value }, { epoch });
    await run.finish();
  }
  const question = { project: "odd", metric: "val_oddity", by: ["config"] };
  const answer = (given: object) => ask<GroupsAnswer>(groups, { ...question, ...given });
  const bests = ({ groups: all }: GroupsAnswer) =>
    all.map(({ name, values }) => [name, values.best?.mean]);
  const silent = await answer({});
  expect(silent.silence).toBe(
    "Nothing says which way val_oddity is better, so no group is the best.",
  );
  expect(silent).not.toHaveProperty("difference");
  expect(bests(silent)).toEqual([
    ["8 units", 6],
    ["16 units", 9],
  ]);
  const higher = await answer({ direction: "max" });
  expect(bests(higher)).toEqual([
    ["16 units", 14],
    ["8 units", 11],
  ]);
  expect(higher.difference?.words).toMatch(/^16 units over 8: \+3\.000 ± .*, 3 seeds each: /);
  const lower = await answer({ direction: "min" });
  expect(bests(lower)).toEqual([
    ["8 units", 1],
    ["16 units", 4],
  ]);
  expect(lower.difference?.words).toMatch(/^8 units over 16: −3\.000 ± /);
}, 60_000);
