import { whole } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "../src/query/parse-query.ts";
import { printQuery } from "../src/query/print-query.ts";
import type { Query } from "../src/query/query.ts";
import { QueryError } from "../src/query/query-error.ts";
import { ConcludeRun } from "../src/sqlite/reads/conclude-run.ts";
import { foldCase } from "../src/sqlite/reads/fold-case.ts";
import { ListRuns } from "../src/sqlite/reads/list-runs.ts";
import { naturalKeys } from "../src/sqlite/reads/natural-keys.ts";
import { RunStates } from "../src/sqlite/reads/run-states.ts";
import { SeriesOfRuns } from "../src/sqlite/reads/series-of-runs.ts";
import { matchingOf } from "./matching-of.ts";
import { givenRuns, queryKeys, storeRuns } from "./query-runs.ts";
import { hostileText, queryTrees } from "./query-trees.ts";
import { referenceFilter, Unanswerable, type WholeRun } from "./reference-filter.ts";

const now = Date.now();
const day = (ago: number) => new Date(now - ago * 86_400_000).toISOString();

const queries = (): fc.Arbitrary<Query> => {
  const keys = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.constantFrom(
        ...queryKeys.series,
        ...queryKeys.params,
        "name",
        "er.beta",
        "beta",
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom("lr", "unknown", "", "eta") },
  );
  const texts = fc.oneof(
    fc.constantFrom(
      "base",
      "BASELINE",
      "night sweep",
      "",
      "ss",
      "i",
      "birds",
      "run",
      "run0001",
      "3",
      "adam",
      "true",
      "[1,2]",
      "main",
    ),
    hostileText(),
  );
  const bare = fc.constantFrom(
    ...["3", "32", "3.0", "-3", "1e-3", "0.001", "1e21", "NaN", "inf", "true", "null"],
    ...["adam", "Adam", "[1,2]", "[]", "{}", "a,b", "a"],
  );
  const moments = fc.constantFrom(
    ...[1, 5, 20].flatMap((ago) => [day(ago).slice(0, 10), `${day(ago).slice(0, 16)}Z`]),
    ...[day(0).slice(0, 4), day(10).slice(0, 7), `${day(3).slice(0, 19)}Z`, day(7).slice(0, 16)],
  );
  return queryTrees({ keys, texts, bare, moments });
};

describe("finding runs", () => {
  const first = newSeed();
  const seeds = Array.from({ length: whole(20) }, (_, i) => first + i);
  it.each(seeds)(
    "gives what a filter in plain JavaScript gives, and `not` all others (seed %i)",
    (seed) => {
      const stores = fc.array(givenRuns(now), { maxLength: 25 });
      const asked = fc.array(queries(), { minLength: 40, maxLength: 40 });
      let answered = 0;
      const same = fc.property(stores, asked, (given, wanted) => {
        const { db, branches } = storeRuns(given, now);
        foldCase(db);
        naturalKeys(db);
        const states = new RunStates(db, 1e12);
        const series = new SeriesOfRuns(db);
        const concluding = new ConcludeRun(db, series);
        const matching = matchingOf(db, states);
        const listing = new ListRuns({ db, states, series, matching, concluding });
        states.begin(now);
        const list = (where: string) => listing.run({ where, limit: 1000 });
        const runs: WholeRun[] = list("").runs.map((run) => {
          const branch = branches.get(run.id);
          const { verdict } = concluding.run(run.id);
          return {
            ...run,
            ...(branch !== undefined && { branch: Buffer.from(branch).toString() }),
            ...(verdict !== undefined && { verdict: verdict.rule }),
          };
        });
        expect(runs).toHaveLength(given.length);
        for (const query of wanted) {
          const where = printQuery(query);
          const expected = answerOf(runs, parseQuery(where));
          if (expected === undefined) {
            expect(() => list(where), where).toThrow(QueryError);
            continue;
          }
          answered++;
          const found = list(where);
          const told = { where, ids: found.runs.map(({ id }) => id).sort() };
          expect(told).toEqual({ where, ids: expected.toSorted() });
          expect(found.total).toBe(expected.length);
          const not = where === "" ? [] : list(`not (${where})`).runs.map(({ id }) => id);
          if (where !== "")
            expect([...told.ids, ...not].sort()).toEqual(runs.map(({ id }) => id).sort());
        }
        db.close();
      });
      const numRuns = 5;
      // A store and its queries are not made smaller: the message names the one query.
      fc.assert(same, { seed, numRuns, endOnFailure: true });
      expect(answered).toBeGreaterThan(numRuns * 8);
    },
  );
});

function answerOf(runs: readonly WholeRun[], query: Query): string[] | undefined {
  try {
    return referenceFilter(runs, query, now);
  } catch (error) {
    if (error instanceof Unanswerable) return undefined;
    throw error;
  }
}
