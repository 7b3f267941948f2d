import type { Database, Statement } from "better-sqlite3";
import type { KnownKeys } from "../../query/resolve-query.ts";

type Asking = { readonly key: string; readonly project: string | null };
type Asked = Statement<[Asking], 1>;
type Direction = "min" | "max";

/** Reads names one by one from an index, however many rows each has: `DISTINCT` would read all rows. */
const eachName = (table: string, column: string) =>
  `WITH RECURSIVE name(it) AS (
    SELECT min(${column}) FROM ${table}
    UNION ALL SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > name.it) FROM name WHERE name.it IS NOT NULL
  ) SELECT it FROM name WHERE it IS NOT NULL`;

const ofProject =
  "(@project IS NULL OR EXISTS (SELECT 1 FROM runs WHERE runs.id = run_id AND project = @project))";

/** The keys of the runs of a project, or of all projects. */
export class KnownKeysReader {
  readonly #series: Asked;
  readonly #direction: Statement<[Asking], Direction>;
  readonly #param: Asked;
  readonly #allSeries: Statement<[], string>;
  readonly #allParams: Statement<[], string>;

  constructor(db: Database) {
    const asks = (table: string, condition: string): Asked =>
      db.prepare(`SELECT 1 FROM ${table} WHERE ${condition} AND ${ofProject} LIMIT 1`);
    this.#series = asks("series", "key = @key AND n > 0").pluck();
    this.#direction = db
      .prepare<[Asking], Direction>(
        `SELECT direction FROM series WHERE key = @key AND best_value IS NOT NULL AND ${ofProject} LIMIT 1`,
      )
      .pluck();
    this.#param = asks("params", "path = @key").pluck();
    this.#allSeries = db.prepare<[], string>(eachName("series", "key")).pluck();
    this.#allParams = db.prepare<[], string>(eachName("params", "path")).pluck();
  }

  /** @param projects undefined for all projects */
  of(projects: readonly string[] | undefined): KnownKeys {
    const each = projects ?? [null];
    const has = (asked: Asked) => (key: string) =>
      each.some((project) => asked.get({ key, project }) !== undefined);
    const [hasSeries, hasParam] = [has(this.#series), has(this.#param)];
    const all = (statement: Statement<[], string>, isThere: (key: string) => boolean) => {
      let found: readonly string[] | undefined;
      return () => {
        found ??= statement.all().filter(isThere);
        return found;
      };
    };
    return {
      hasSeries,
      hasParam,
      directionOf: (key) => {
        const [first] = each.flatMap((project) => this.#direction.get({ key, project }) ?? []);
        return first;
      },
      series: all(this.#allSeries, hasSeries),
      params: all(this.#allParams, hasParam),
    };
  }
}
