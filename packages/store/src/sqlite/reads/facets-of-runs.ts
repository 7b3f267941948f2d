import type { RunState } from "@epochal/conclusions";
import type { SeriesDescription } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import type { ParamFacet, RunFacets } from "../../run-facets.ts";
import type { RunFilter } from "../../run-filter.ts";
import { checkRunFilter } from "./check-run-filter.ts";
import type { MatchedRuns, MatchingRuns } from "./matching-runs.ts";

/** Of a param that each run has another value of, so many are told. */
const mostValues = 20;
/** Up to this share of all runs, their params are read run by run. */
const fewRuns = 1 / 8;

/** Runs that are alike in all that is counted, and how many there are. */
interface Alike {
  readonly project: string;
  readonly state: RunState;
  readonly branch: string | null;
  readonly run_group: string | null;
  /** JSON. */
  readonly tags: string;
  /** JSON; null where nothing was logged. */
  readonly keys: string | null;
  readonly runs: number;
}

/** `keys` is a list in JSON. */
type Described = { readonly keys: string; readonly project: string | null };
type Description = Omit<SeriesDescription, "direction"> & {
  readonly key: string;
  readonly direction: "max" | "min" | null;
};
/** Runs whose params are counted. */
interface CountedRuns {
  readonly condition: string;
  readonly values: object;
  /** How much of all runs they are. */
  readonly share: number;
}

type CountedParam = [path: string, value: string, number: number | null, runs: number];

/** Counts what the runs that match have. */
export class FacetsOfRuns {
  readonly #db: Database;
  readonly #matching: MatchingRuns;
  readonly #all: Statement<[], number>;
  readonly #descriptions: Statement<[Described], Description>;

  constructor(db: Database, matching: MatchingRuns) {
    this.#db = db;
    this.#matching = matching;
    this.#all = db.prepare<[], number>("SELECT count(*) FROM runs").pluck();
    const one = (column: string, condition: string) =>
      `(SELECT ${column} FROM series WHERE series.key = wanted.value AND ${condition} AND (@project IS NULL
        OR EXISTS (SELECT 1 FROM runs WHERE runs.id = run_id AND project = @project)) LIMIT 1)`;
    // Where no run has a best value, because all are NaN, one way may still be the better one.
    this.#descriptions = db.prepare<[Described], Description>(
      `SELECT series.key AS key, metric, split, kind, per, coalesce(way, direction) AS direction FROM (
          SELECT ${one("id", "n > 0")} AS one, ${one("direction", "best_value IS NOT NULL")} AS way FROM json_each(@keys) AS wanted
        ) AS chosen CROSS JOIN series ON series.id = one`,
    );
  }

  /** @throws QueryError, or TypeError where a part of the filter is of the wrong kind */
  run(filter: RunFilter): RunFacets {
    checkRunFilter("facets", filter);
    const matched = this.#matching.of(filter);
    const alike = this.#alike(matched);
    const total = alike.reduce((sum, { runs }) => sum + runs, 0);
    const count = (namesOf: (one: Alike) => readonly string[]) => counted(alike, namesOf);
    return {
      total,
      params: this.#params(matched, total),
      series: this.#described(
        count(({ keys }) => JSON.parse(keys ?? "[]") as string[]),
        filter.project ?? null,
      ),
      tags: count(({ tags }) => JSON.parse(tags) as string[]).map(([tag, runs]) => ({ tag, runs })),
      states: count(({ state }) => [state]).map(([state, runs]) => ({
        state: state as RunState,
        runs,
      })),
      branches: count(({ branch }) => given(branch)).map(([branch, runs]) => ({ branch, runs })),
      groups: count((one) => given(one.run_group)).map(([group, runs]) => ({ group, runs })),
      projects: count(({ project }) => [project]).map(([project, runs]) => ({ project, runs })),
    };
  }

  #described(
    found: readonly [key: string, runs: number][],
    project: string | null,
  ): RunFacets["series"] {
    const keys = JSON.stringify(found.map(([key]) => key));
    const rows = this.#descriptions.all({ keys, project });
    const descriptions = new Map(rows.map((row) => [row.key, row]));
    return found.flatMap(([key, runs]) => {
      const description = descriptions.get(key);
      if (description === undefined) return [];
      const { direction, ...rest } = description;
      return [{ ...rest, runs, ...(direction !== null && { direction }) }];
    });
  }

  /** Ten thousand runs are alike in a few ways, so that what they have is looked at once for each. */
  #alike({ condition, state, bound }: MatchedRuns): Alike[] {
    const stateOf = state();
    return this.#db
      .prepare<[object], Alike>(
        `SELECT project, state, branch, run_group, tags, keys, runs FROM (
          SELECT project, ${stateOf} AS state, branch, run_group, tags, key_set, count(*) AS runs
            FROM runs WHERE ${condition} GROUP BY 1, 2, 3, 4, 5, 6
        ) AS alike LEFT JOIN key_sets ON key_sets.id = key_set`,
      )
      .all(bound.values);
  }

  #params(matched: MatchedRuns, total: number): ParamFacet[] {
    const found: ParamCount[] = [];
    for (const row of this.#countedParams(matched, total)) {
      const last = found.at(-1);
      if (last?.path === row[0]) last.add(row);
      else found.push(new ParamCount(row));
    }
    return found
      .map((one) => one.facet())
      .sort((a, b) => b.runs - a.runs || byText(a.path, b.path));
  }

  /** In the order of their paths. To look up whether a run matches costs more than to count, so the fewer are looked up. */
  *#countedParams({ condition, bound }: MatchedRuns, total: number): Iterable<CountedParam> {
    const all = this.#all.get() ?? 0;
    const few = { condition, values: bound.values, share: total / all };
    if (total <= all / 2) return yield* this.#paramsOf(few);
    const rest = new Map<string, Map<string, number>>();
    const others = { ...few, condition: `NOT (${condition})`, share: 1 - few.share };
    if (total < all) {
      for (const [path, value, , runs] of this.#paramsOf(others)) {
        const values = rest.get(path);
        if (values === undefined) rest.set(path, new Map([[value, runs]]));
        else values.set(value, runs);
      }
    }
    for (const [path, value, number, runs] of this.#paramsOf({
      condition: "TRUE",
      values: {},
      share: 1,
    })) {
      const left = runs - (rest.get(path)?.get(value) ?? 0);
      if (left > 0) yield [path, value, number, left];
    }
  }

  #paramsOf({ condition, values, share }: CountedRuns): IterableIterator<CountedParam> {
    const ids = `SELECT id FROM runs WHERE ${condition}`;
    // In the order of this index nothing has to be sorted to be counted, which pays unless the runs are few.
    const ofAll = `params INDEXED BY params_by_path ${share === 1 ? "" : `WHERE run_id IN (${ids})`}`;
    const from =
      share < fewRuns ? `(${ids}) AS counted CROSS JOIN params ON run_id = counted.id` : ofAll;
    return this.#db
      .prepare<[object], CountedParam>(
        `SELECT path, value, max(number), count(*) FROM ${from} GROUP BY path, value ORDER BY path`,
      )
      .raw()
      .iterate(values);
  }
}

/** One param, its values coming in one by one. */
class ParamCount {
  readonly path: string;
  readonly #first: CountedParam[] = [];
  #runs = 0;
  #distinct = 0;
  #min = Infinity;
  #max = -Infinity;

  constructor(row: CountedParam) {
    this.path = row[0];
    this.add(row);
  }

  add(row: CountedParam): void {
    const [, , number, runs] = row;
    this.#runs += runs;
    this.#distinct++;
    if (number !== null && number < this.#min) this.#min = number;
    if (number !== null && number > this.#max) this.#max = number;
    this.#first.push(row);
    // Sorted seldom: most params of many values have each value once.
    if (this.#first.length > 50 * mostValues) this.#keepFirst();
  }

  facet(): ParamFacet {
    this.#keepFirst();
    return {
      path: this.path,
      runs: this.#runs,
      distinct: this.#distinct,
      values: this.#first.map(([, value, , runs]) => ({
        value: JSON.parse(value) as unknown,
        runs,
      })),
      ...(this.#min <= this.#max && { min: this.#min, max: this.#max }),
    };
  }

  #keepFirst(): void {
    this.#first.sort(
      ([, value, number, runs], [, value2, number2, runs2]) =>
        runs2 - runs || (number ?? Infinity) - (number2 ?? Infinity) || byText(value, value2),
    );
    this.#first.length = Math.min(this.#first.length, mostValues);
  }
}

const given = (name: string | null): string[] => (name === null ? [] : [name]);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many runs have each name, what most have first. A name that a run has twice counts once. */
function counted(
  alike: readonly Alike[],
  namesOf: (one: Alike) => readonly string[],
): [name: string, runs: number][] {
  const found = new Map<string, number>();
  for (const one of alike) {
    for (const name of new Set(namesOf(one))) found.set(name, (found.get(name) ?? 0) + one.runs);
  }
  return [...found].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
}
