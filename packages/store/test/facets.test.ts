import { naturalKey, type RunSummary } from "@epochal/conclusions";
import { whole } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import type { Database } from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QueryError, type RunOrder } from "../src/index.ts";
import { ConcludeRun } from "../src/sqlite/reads/conclude-run.ts";
import { FacetsOfRuns } from "../src/sqlite/reads/facets-of-runs.ts";
import { foldCase } from "../src/sqlite/reads/fold-case.ts";
import { ListRuns } from "../src/sqlite/reads/list-runs.ts";
import { naturalKeys } from "../src/sqlite/reads/natural-keys.ts";
import { RunStates } from "../src/sqlite/reads/run-states.ts";
import { SeriesOfRuns } from "../src/sqlite/reads/series-of-runs.ts";
import { matchingOf } from "./matching-of.ts";
import { givenRuns, queryKeys, storeRuns } from "./query-runs.ts";

const now = Date.now();
const wheres = ["", "status:killed", "not has:val_auc", "units > 3 or tag:base", "project = birds"];

function readsOf(db: Database): { facets: FacetsOfRuns; listing: ListRuns } {
  foldCase(db);
  naturalKeys(db);
  const states = new RunStates(db, 1e12);
  const series = new SeriesOfRuns(db);
  const matching = matchingOf(db, states);
  const concluding = new ConcludeRun(db, series);
  const listing = new ListRuns({ db, states, series, matching, concluding });
  states.begin(now);
  return { facets: new FacetsOfRuns(db, matching), listing };
}

/** By brute force: how many runs have each name. */
function count<T>(
  runs: readonly T[],
  namesOf: (run: T) => readonly string[],
): Record<string, number> {
  const found: Record<string, number> = Object.create(null);
  for (const run of runs)
    for (const name of new Set(namesOf(run))) found[name] = (found[name] ?? 0) + 1;
  return { ...found };
}

function leaves(value: unknown, path = ""): [path: string, value: unknown][] {
  const isInner = typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = isInner ? Object.entries(value) : [];
  if (entries.length === 0) return path === "" ? [] : [[path, value]];
  return entries.flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

const first = newSeed();
const seeds = Array.from({ length: whole(10) }, (_, i) => first + i);

describe("facets", () => {
  it.each(seeds)("are what all runs together say (seed %i)", (seed) => {
    const same = fc.property(fc.array(givenRuns(now), { maxLength: 25 }), (given) => {
      const { db, branches } = storeRuns(given, now);
      const { facets, listing } = readsOf(db);
      for (const where of wheres) {
        let runs: readonly RunSummary[];
        try {
          ({ runs } = listing.run({ where, limit: 1000 }));
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
          expect(() => facets.run({ where })).toThrow(QueryError);
          continue;
        }
        const found = facets.run({ where });
        expect(found.total).toBe(runs.length);
        const named = (list: readonly { runs: number }[], name: string) =>
          Object.fromEntries(list.map((one) => [Reflect.get(one, name), one.runs]));
        expect(named(found.states, "state")).toEqual(count(runs, ({ status }) => [status.state]));
        expect(named(found.projects, "project")).toEqual(count(runs, ({ project }) => [project]));
        expect(named(found.tags, "tag")).toEqual(count(runs, ({ tags }) => tags));
        expect(named(found.groups, "group")).toEqual(
          count(runs, ({ group }) => (group === undefined ? [] : [group])),
        );
        expect(named(found.branches, "branch")).toEqual(
          count(runs, ({ id }) => {
            const branch = branches.get(id);
            return branch === undefined ? [] : [Buffer.from(branch).toString()];
          }),
        );
        const keys = count(runs, ({ series }) => series.map(({ key }) => key));
        expect(named(found.series, "key")).toEqual(keys);
        for (const { key, metric, split, kind, per } of found.series)
          expect(
            runs.flatMap(({ series }) => series.filter((one) => one.key === key)),
          ).toContainEqual(expect.objectContaining({ metric, split, kind, per }));
        const paths = count(runs, ({ config }) => leaves(config).map(([path]) => path));
        expect(named(found.params, "path")).toEqual(paths);
        for (const { path, values, distinct, min, max } of found.params) {
          const own = runs.flatMap(({ config }) => leaves(config).filter(([it]) => it === path));
          const texts = count(own, ([, value]) => [JSON.stringify(value)]);
          expect(distinct).toBe(Object.keys(texts).length);
          expect(values).toHaveLength(Math.min(20, distinct));
          for (const { value, runs } of values) expect(texts[JSON.stringify(value)]).toBe(runs);
          const numbers = own.map(([, value]) => value).filter((one) => typeof one === "number");
          expect([min, max]).toEqual(
            numbers.length === 0
              ? [undefined, undefined]
              : [Math.min(...numbers), Math.max(...numbers)],
          );
        }
      }
      db.close();
    });
    fc.assert(same, { seed, numRuns: 3, endOnFailure: true });
  });
});

/** What a run is sorted by; undefined where it has nothing. Texts come behind numbers. */
function sortValue(run: RunSummary, order: RunOrder): number | string | undefined {
  if (order === "started") return run.startedAt.getTime();
  if (order === "duration") return run.durationMs;
  if (order === "name") return run.name;
  if (order === "status") {
    const states = ["running", "stalled", "finished", "stopped_early", "failed", "interrupted"];
    return states.includes(run.status.state) ? states.indexOf(run.status.state) : states.length;
  }
  const [by = "", key = ""] = order.split(/:(.*)/s);
  if (by === "param") {
    const value = new Map(leaves(run.config)).get(key);
    if (value === undefined || typeof value === "number") return value;
    return typeof value === "string" ? value : JSON.stringify(value);
  }
  const series = run.series.find((one) => one.key === key);
  const found = series?.[by as "best" | "last" | "kept" | "min" | "max"];
  const value = typeof found === "object" ? found.value : found;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function compare(a: number | string, b: number | string, isDown: boolean): number {
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  const both =
    typeof a === "string"
      ? Buffer.compare(Buffer.from(naturalKey(a)), Buffer.from(naturalKey(String(b))))
      : a - Number(b);
  return isDown ? -both : both;
}

describe("orders", () => {
  it.each(seeds)("are those of a sort in plain JavaScript (seed %i)", (seed) => {
    const orders = fc.oneof(
      fc.constantFrom<RunOrder>("started", "name", "duration", "status"),
      fc.constantFrom(...queryKeys.params).map((key): RunOrder => `param:${key}`),
      fc
        .tuple(
          fc.constantFrom("best", "last", "kept", "min", "max"),
          fc.constantFrom(...queryKeys.series),
        )
        .map(([by, key]) => `${by}:${key}` as RunOrder),
    );
    const several = fc.array(fc.record({ by: orders, descending: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    });
    const same = fc.property(
      fc.array(givenRuns(now), { maxLength: 25 }),
      fc.array(several, { minLength: 20, maxLength: 20 }),
      (given, asked) => {
        const { db } = storeRuns(given, now);
        const { listing } = readsOf(db);
        const { runs } = listing.run({ limit: 1000 });
        for (const order of asked) {
          const sorted = runs.toSorted((a, b) => {
            for (const { by, descending } of order) {
              const [x, y] = [sortValue(a, by), sortValue(b, by)];
              if (x === undefined || y === undefined) {
                if (x !== y) return x === undefined ? 1 : -1;
                continue;
              }
              const difference = compare(x, y, descending);
              if (difference !== 0) return difference;
            }
            return b.startedAt.getTime() - a.startedAt.getTime() || (a.id < b.id ? -1 : 1);
          });
          const ids = (list: readonly RunSummary[]) => list.map(({ id }) => id);
          expect({ order, ids: ids(listing.run({ order, limit: 1000 }).runs) }).toEqual({
            order,
            ids: ids(sorted),
          });
          const page = listing.run({ order, limit: 3, offset: 2 });
          expect(ids(page.runs)).toEqual(ids(sorted).slice(2, 5));
          expect(page.total).toBe(given.length);
        }
        db.close();
      },
    );
    fc.assert(same, { seed, numRuns: 3, endOnFailure: true });
  });
});
