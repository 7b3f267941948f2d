import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { expect, it } from "vitest";
import { type SearchedRun, searchProgress } from "./search-progress.ts";

const run = (id: string, startedAt: number, value: number, config = {}): SearchedRun => ({
  ...{ id, startedAt, value, config },
});

it("says which run moved the record, and what it changed", () => {
  const runs = [
    run("c", 3, 0.9, { units: 64, dropout: 0.3, seed: 3 }),
    run("a", 1, 0.8, { units: 32, seed: 1 }),
    run("b", 2, 0.7, { units: 16, seed: 2 }),
    run("d", 4, Number.NaN, { units: 8 }),
    run("e", 5, 0.9, { units: 9 }),
  ];
  expect(searchProgress(runs, "max")).toEqual([
    { id: "a", place: 0, value: 0.8 },
    {
      ...{ id: "c", place: 2, value: 0.9 },
      changes: {
        differing: [{ path: "units", a: 32, b: 64 }],
        onlyInA: [],
        onlyInB: [{ path: "dropout", value: 0.3 }],
      },
    },
  ]);
});

it("knows of no record where no value is finite, and none without runs", () => {
  expect(searchProgress([run("a", 1, Number.NaN), run("b", 2, Infinity)], "min")).toEqual([]);
  expect(searchProgress([], "max")).toEqual([]);
});

it("at every place the newest record is the best of all runs so far", () => {
  const seed = newSeed();
  const random = seededRandom(seed);
  for (let round = 0; round < whole(200); round++) {
    const runs = Array.from({ length: Math.floor(random() * 20) }, (_, i) => {
      const value = random() < 0.2 ? Number.NaN : Math.round(random() * 6);
      return run(`r${i}`, Math.floor(random() * 8), value);
    });
    const ordered = runs.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
    for (const direction of ["max", "min"] as const) {
      const records = searchProgress(runs, direction);
      for (let place = 0; place < ordered.length; place++) {
        const values = ordered
          .slice(0, place + 1)
          .flatMap(({ value }) => (Number.isFinite(value) ? value : []));
        const best = direction === "max" ? Math.max(...values) : Math.min(...values);
        const held = records.findLast((record) => record.place <= place);
        expect(held?.value, `seed ${seed}`).toBe(values.length === 0 ? undefined : best);
      }
    }
  }
});
