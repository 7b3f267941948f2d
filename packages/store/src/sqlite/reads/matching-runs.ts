import type { Database } from "better-sqlite3";
import { parseQuery } from "../../query/parse-query.ts";
import { type KnownKeys, resolveQuery } from "../../query/resolve-query.ts";
import type { RunFilter } from "../../run-filter.ts";
import { Bound } from "./bound.ts";
import { compileQuery } from "./compile-query.ts";
import { KnownKeysReader } from "./known-keys.ts";
import type { RunStates } from "./run-states.ts";
import type { RunVerdicts } from "./run-verdicts.ts";
import { type StateConditions, stateConditions } from "./state-conditions.ts";

/** The runs that are asked for, as a condition over `runs`. */
export interface MatchedRuns extends StateConditions {
  /** In SQL. */
  readonly condition: string;
  /** The values to bind in a statement with it. */
  readonly bound: Bound;
  readonly known: KnownKeys;
}

/** Turns a filter of runs into SQL: the one place that decides which runs lists and counts see. */
export class MatchingRuns {
  readonly #db: Database;
  readonly #states: RunStates;
  readonly #verdicts: RunVerdicts;
  readonly #keys: KnownKeysReader;

  constructor(db: Database, states: RunStates, verdicts: RunVerdicts) {
    this.#db = db;
    this.#states = states;
    this.#verdicts = verdicts;
    this.#keys = new KnownKeysReader(db);
  }

  /** @throws QueryError */
  of({ project, within, ids, where = "", deleted = false, archived }: RunFilter): MatchedRuns {
    const bound = new Bound();
    const known = this.#keys.of(project === undefined ? within : [project]);
    const { now } = this.#states;
    const states = stateConditions(now, bound);
    const query = resolveQuery(parseQuery(where), where, known);
    const conditions = [
      // A run that is being removed for good may lack any part, so it is never shown.
      deleted
        ? "runs.deleted_ms IS NOT NULL AND runs.purging_ms IS NULL"
        : "runs.deleted_ms IS NULL",
      ...(archived === undefined ? [] : [`runs.archived_ms IS ${archived ? "NOT " : ""}NULL`]),
      ...(project === undefined ? [] : [`runs.project = ${bound.add(project)}`]),
      ...(within === undefined ? [] : [`runs.project IN ${bound.list(within)}`]),
      ...(ids === undefined ? [] : [`runs.id IN ${bound.list(ids)}`]),
      compileQuery(query, bound, {
        ...states,
        now,
        hasVerdict: (rules) => {
          this.#verdicts.know(project);
          return `(${this.#verdicts.inSql} IN ${bound.list(rules)})`;
        },
      }),
    ];
    return { ...states, condition: conditions.join(" AND "), bound, known };
  }

  /** Their ids, in the order in which the runs were started. @throws QueryError */
  ids(filter: RunFilter): string[] {
    return this.listed(filter).ids;
  }

  /** With their ids, in the order in which the runs were started. @throws QueryError */
  listed(filter: RunFilter): MatchedRuns & { readonly ids: string[] } {
    const matched = this.of(filter);
    const ids = this.#db
      .prepare<[object], string>(
        `SELECT id FROM runs WHERE ${matched.condition} ORDER BY started_ms, id`,
      )
      .pluck()
      .all(matched.bound.values);
    return { ...matched, ids };
  }
}
