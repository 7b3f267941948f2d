import { whole } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { GroupSummary, GroupsQuery } from "../src/group-summaries.ts";
import { ConcludeRun } from "../src/sqlite/reads/conclude-run.ts";
import { foldCase } from "../src/sqlite/reads/fold-case.ts";
import { ListRuns } from "../src/sqlite/reads/list-runs.ts";
import { RunStates } from "../src/sqlite/reads/run-states.ts";
import { SeriesOfRuns } from "../src/sqlite/reads/series-of-runs.ts";
import { SummarizeGroups } from "../src/sqlite/reads/summarize-groups.ts";
import { matchingOf } from "./matching-of.ts";
import { givenRuns, queryKeys, storeRuns } from "./query-runs.ts";

const now = Date.now();
const kinds = ["best", "last", "kept", "min", "max", "regret"] as const;

type Listed = ReturnType<ListRuns["run"]>["runs"][number];
type Figure = (run: Listed) => number | undefined;

const questions = (): fc.Arbitrary<GroupsQuery> =>
  fc.record(
    {
      key: fc.constantFrom(...queryKeys.series),
      by: fc.oneof(
        fc.constantFrom("config" as const, "tags" as const, "units"),
        fc.subarray(queryKeys.params, { maxLength: 3 }),
      ),
      tags: fc.boolean(),
      direction: fc.constantFrom("max" as const, "min" as const),
    },
    { requiredKeys: ["key"] },
  );

it("groups have the figures that looking at each run gives", () => {
  const seed = newSeed();
  let compared = 0;
  const same = fc.property(
    fc.array(givenRuns(now), { maxLength: 25 }),
    fc.array(questions(), { minLength: 20, maxLength: 20 }),
    (given, asked) => {
      const { db } = storeRuns(given, now);
      foldCase(db);
      const states = new RunStates(db, 1e12);
      const series = new SeriesOfRuns(db);
      const concluding = new ConcludeRun(db, series);
      const matching = matchingOf(db, states);
      const listing = new ListRuns({ db, states, series, matching, concluding });
      const summarizing = new SummarizeGroups(db, matching);
      states.begin(now);
      const runs = listing.run({ limit: 1000 }).runs.toReversed();
      for (const query of asked) {
        const { key } = query;
        const valued = runs.filter((run) => run.series.some((one) => one.key === key));
        const names = [
          ...kinds.map((kind) => `${kind}:${key}` as const),
          ...(["best:loss", "kept:val_auc", "param:units", "duration", "started"] as const),
        ];
        const ask = () => summarizing.run({ ...query, figures: names });
        const paths = [query.by ?? []].flat();
        const isKnown = paths.every(
          (path) =>
            path === "config" ||
            path === "tags" ||
            valued.some(({ config }) => valueAt(config, path) !== undefined),
        );
        if (!isKnown && valued.length > 0) {
          expect(ask).toThrow(RangeError);
          continue;
        }
        const found = ask();
        expect(found.without).toBe(runs.length - valued.length);
        const hands = groupsByHand(valued, query);
        expect(idsOf(found.groups)).toEqual(
          hands
            .map((hand) =>
              hand
                .map(({ id }) => id)
                .sort()
                .join(),
            )
            .sort(),
        );
        for (const group of found.groups) {
          const members = group.runs.flatMap((id) => runs.find((run) => run.id === id) ?? []);
          for (const name of names) expectFigure(group, name, members, query);
          compared++;
        }
      }
      db.close();
    },
  );
  fc.assert(same, { seed, numRuns: whole(100), endOnFailure: true });
  expect(compared).toBeGreaterThan(50);
});

const idsOf = (groups: readonly GroupSummary[]) =>
  groups.map((group) => [...group.runs].sort().join()).sort();

/** Who is in which group, as somebody would sort them by hand. */
function groupsByHand(runs: readonly Listed[], { by = [], tags }: GroupsQuery): Listed[][] {
  const nameOf = ({ config }: Listed) => {
    if (by === "config") return JSON.stringify(leavesOf(config).sort());
    if (by === "tags") return "";
    return JSON.stringify([by].flat().map((path) => [valueAt(config, path)]));
  };
  const found = new Map<string, Listed[]>();
  for (const run of runs) {
    const isByTag = (by === "tags" || tags) && run.tags.length > 0;
    for (const tag of isByTag ? new Set(run.tags) : [undefined]) {
      const name = JSON.stringify([nameOf(run), tag === undefined ? [] : [tag]]);
      found.set(name, [...(found.get(name) ?? []), run]);
    }
  }
  return [...found.values()];
}

function expectFigure(
  { figures }: GroupSummary,
  name: string,
  members: readonly Listed[],
  judged: Pick<GroupsQuery, "key" | "direction">,
): void {
  const figure = figureByHand(name, judged);
  const numbers = members.flatMap((run) => {
    const number = figure(run);
    return number === undefined || !Number.isFinite(number) ? [] : [number];
  });
  const { sample, same } = figures[name] ?? {};
  expect(sample?.n ?? 0, name).toBe(numbers.length);
  if (sample !== undefined) {
    const mean = numbers.reduce((sum, number) => sum + number / numbers.length, 0);
    const room = 1e-9 * Math.max(1, ...numbers.map(Math.abs));
    expect(Math.abs(sample.mean - mean), name).toBeLessThanOrEqual(room);
    expect([sample.min, sample.max]).toEqual([Math.min(...numbers), Math.max(...numbers)]);
  }
  if (!name.startsWith("param:")) return;
  const texts = new Set(members.map(({ config }) => JSON.stringify(valueAt(config, "units"))));
  const [text] = texts;
  const isSame = texts.size === 1 && text !== undefined;
  expect(JSON.stringify(same)).toBe(isSame ? text : undefined);
}

function figureByHand(name: string, judged: Pick<GroupsQuery, "key" | "direction">): Figure {
  if (name === "duration") return ({ durationMs }) => durationMs;
  if (name === "started") return ({ startedAt }) => startedAt.getTime();
  const [kind = "", key = ""] = name.split(":");
  if (kind === "param") {
    return ({ config }) => {
      const value = valueAt(config, key);
      return typeof value === "number" ? value : undefined;
    };
  }
  return ({ series }) => {
    const one = series.find((each) => each.key === key);
    if (one === undefined) return undefined;
    const { last, kept, min, max, direction } = one;
    const given = key === judged.key && direction === undefined ? judged.direction : undefined;
    const best = given === undefined ? one.best?.value : { max, min }[given];
    if (kind === "last") return last?.value;
    if (kind === "kept") return kept?.value;
    if (kind === "regret") {
      const way = direction ?? given;
      if (best === undefined || kept === undefined) return undefined;
      return way === "min" ? kept.value - best : best - kept.value;
    }
    return { best, min, max }[kind];
  };
}

/** By the longest path that there is: a key may have points. */
function valueAt(config: unknown, path: string): unknown {
  return new Map(leavesOf(config)).get(path);
}

function leavesOf(value: unknown, path = ""): [path: string, value: unknown][] {
  const isInner = typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = isInner ? Object.entries(value) : [];
  if (entries.length === 0) return path === "" && isInner ? [] : [[path, value]];
  return entries.flatMap(([key, inner]) => leavesOf(inner, path === "" ? key : `${path}.${key}`));
}
