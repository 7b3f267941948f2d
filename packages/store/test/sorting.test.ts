import { newSeed } from "@epochal/testing/random";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { RunOrder } from "../src/run-query.ts";
import { ConcludeRun } from "../src/sqlite/reads/conclude-run.ts";
import { foldCase } from "../src/sqlite/reads/fold-case.ts";
import { ListRuns } from "../src/sqlite/reads/list-runs.ts";
import { naturalKeys } from "../src/sqlite/reads/natural-keys.ts";
import { RunStates } from "../src/sqlite/reads/run-states.ts";
import { SeriesOfRuns } from "../src/sqlite/reads/series-of-runs.ts";
import { matchingOf } from "./matching-of.ts";
import { givenRuns, storeRuns } from "./query-runs.ts";

const now = Date.now();
const seed = newSeed();

/** A name as a person counts it. Its words have only letters that sort alike in every order. */
const counted = fc
  .tuple(fc.constantFrom("trial", "Trial", "run"), fc.nat(1200), fc.constantFrom("", "0"))
  .map(([word, count, zero]) => ({ text: `${word} ${zero}${count}`, word, count }));
type Counted = typeof counted extends fc.Arbitrary<infer T> ? T : never;

function byHand(a: Counted, b: Counted): number {
  const [one, other] = [a.word.toLowerCase(), b.word.toLowerCase()];
  if (one !== other) return one < other ? -1 : 1;
  return a.count - b.count;
}

it(`pages through runs by their names and by texts of params as a person sorts them (seed ${seed})`, () => {
  const given = fc.tuple(givenRuns(now), counted, fc.option(counted, { nil: undefined }));
  const pages = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(
      fc.array(given, { maxLength: 40 }),
      pages,
      fc.boolean(),
      (all, size, descending) => {
        const runs = all.map(([run, name, text]) => ({
          ...{ ...run, name: name.text },
          params: text === undefined ? [] : [["optimizer.name", text.text] as const],
        }));
        const { db } = storeRuns(runs, now);
        foldCase(db);
        naturalKeys(db);
        const states = new RunStates(db, 1e12);
        const series = new SeriesOfRuns(db);
        const concluding = new ConcludeRun(db, series);
        const listing = new ListRuns({
          db,
          states,
          series,
          matching: matchingOf(db, states),
          concluding,
        });
        states.begin(now);
        const paged = (by: RunOrder) =>
          Array.from({ length: Math.ceil(all.length / size) }, (_, page) =>
            listing.run({ order: { by, descending }, limit: size, offset: page * size }),
          ).flatMap((page) => page.runs.map(({ id }) => Number.parseInt(id.slice(3), 36)));
        const sign = descending ? -1 : 1;
        const newestFirst = [...all.keys()].sort(
          (a, b) => (runs[b]?.startedMs ?? 0) - (runs[a]?.startedMs ?? 0) || a - b,
        );
        const sorted = (textOf: (of: (typeof all)[number]) => Counted | undefined) =>
          newestFirst.toSorted((a, b) => {
            const [one, other] = [a, b].map((at) => textOf(all[at] as (typeof all)[number]));
            if (one && other) return sign * byHand(one, other);
            return Number(!one) - Number(!other);
          });
        expect(paged("name")).toEqual(sorted(([, name]) => name));
        expect(paged("param:optimizer.name")).toEqual(sorted(([, , text]) => text));
        db.close();
      },
    ),
    { seed, numRuns: 30 },
  );
});
