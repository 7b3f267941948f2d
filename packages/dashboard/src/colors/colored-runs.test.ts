import fc from "fast-check";
import { expect, test } from "vitest";
import { type ColoredRuns, coloredRuns } from "./colored-runs.ts";
import type { ColorableRun } from "./colors-of.ts";

interface World {
  readonly runs: readonly (ColorableRun & { readonly score: number })[];
  readonly selected: readonly string[];
  readonly loads: number;
}

/** What happens to a page: a run arrives or overtakes others by itself; a person selects, or loads the page. */
const happenings = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("arrives" as const), score: fc.integer({ min: 0, max: 99 }) }),
    fc.record({ kind: fc.constant("improves" as const), at: fc.nat(), score: fc.nat(99) }),
    fc.record({ kind: fc.constant("selects" as const), at: fc.nat() }),
    fc.record({ kind: fc.constant("loads" as const) }),
  ),
  { maxLength: 60 },
);

type Happening = (typeof happenings extends fc.Arbitrary<infer T> ? T : never)[number];

function after(world: World, what: Happening): World {
  const { runs, selected, loads } = world;
  switch (what.kind) {
    case "arrives": {
      const id = `run-${runs.length}`;
      return { ...world, runs: [...runs, { id, startedAt: runs.length, score: what.score }] };
    }
    case "improves": {
      const at = what.at % Math.max(1, runs.length);
      return {
        ...world,
        runs: runs.map((run, i) => (i === at ? { ...run, score: what.score } : run)),
      };
    }
    case "selects": {
      const id = runs[what.at % Math.max(1, runs.length)]?.id;
      if (id === undefined) return world;
      const without = selected.filter((other) => other !== id);
      return {
        ...world,
        selected: without.length < selected.length ? without : [...selected, id],
      };
    }
    case "loads":
      return { ...world, loads: loads + 1 };
  }
}

const bestOf = ({ runs }: World) => [...runs].sort((a, b) => b.score - a.score);
const selectedOf = ({ runs, selected }: World) =>
  selected.flatMap((id) => runs.find((run) => run.id === id) ?? []);
const next = (previous: ColoredRuns | undefined, world: World) =>
  coloredRuns(previous, {
    asked: JSON.stringify([world.selected, world.loads]),
    selected: selectedOf(world),
    best: bestOf(world),
  });

test("colours change only when a person selects or loads, and then are of the selected or the best", () => {
  fc.assert(
    fc.property(happenings, (list) => {
      let world: World = { runs: [], selected: [], loads: 0 };
      let colored = next(undefined, world);
      for (const what of list) {
        const before = { world, colored };
        world = after(world, what);
        colored = next(colored, world);
        const isLive = what.kind === "arrives" || what.kind === "improves";
        if (isLive || world === before.world) {
          expect(colored).toBe(before.colored);
          continue;
        }
        const wanted = world.selected.length > 0 ? selectedOf(world) : bestOf(world);
        const ids = wanted.slice(0, 12).map(({ id }) => id);
        expect([...colored.colors.keys()].sort()).toEqual(ids.sort());
        expect(new Set([...colored.colors.values()].map(({ light }) => light)).size).toBe(
          ids.length,
        );
      }
    }),
  );
});

test("the same runs have the same colours in whatever order they rank", () => {
  const runs = Array.from({ length: 12 }, (_, at) => ({ id: `r${at}`, startedAt: at }));
  fc.assert(
    fc.property(fc.shuffledSubarray(runs, { minLength: 12 }), (best) => {
      const one = coloredRuns(undefined, { asked: "a", selected: [], best: runs });
      const other = coloredRuns(undefined, { asked: "b", selected: [], best });
      for (const { id } of runs) expect(other.colors.get(id)).toBe(one.colors.get(id));
    }),
  );
});
