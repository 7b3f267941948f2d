import type { Database, Statement } from "better-sqlite3";
import { pathsOf } from "../../query/resolve-query.ts";
import type { MatchedRuns } from "./matching-runs.ts";

/** A number of each run, in their order, and of a param what it is. */
export interface RunFigure {
  /** NaN where it has none. */
  readonly numbers: Float64Array;
  /** As JSON. */
  readonly texts?: readonly (string | undefined)[];
}

interface FiguresArgs extends Pick<MatchedRuns, "known" | "duration" | "bound"> {
  readonly names: readonly string[];
  /** Which way is better for a key, where its series do not say. */
  readonly given: { readonly key: string; readonly direction: "max" | "min" | undefined };
}

interface ValuesRow {
  /** The place of the run. */
  readonly at: number;
  readonly direction: "max" | "min" | null;
  readonly best: number | null;
  readonly last: number | null;
  readonly kept: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

type ParamRow = [at: number, value: string, number: number | null];

type ValueName = "best" | "last" | "kept" | "min" | "max" | "regret";

/** Reads numbers of many runs by their names: `best:val_auc`, `param:units`, `duration`. */
export class FiguresOfRuns {
  readonly #db: Database;
  readonly #values: Statement<[string, string], ValuesRow>;
  readonly #param: Statement<[string, string], ParamRow>;

  constructor(db: Database) {
    this.#db = db;
    this.#values = db.prepare(
      `SELECT wanted.key AS at, direction, best_value AS best, last_value AS last, min_value AS min, max_value AS max,
          CASE WHEN restored_epoch IS NULL THEN last_value ELSE kept_value END AS kept
        FROM json_each(?) AS wanted CROSS JOIN runs ON runs.id = wanted.value
        CROSS JOIN series ON series.run_id = runs.id AND series.key = ? AND n > 0`,
    );
    this.#param = db
      .prepare<[string, string], ParamRow>(
        `SELECT wanted.key, params.value, number FROM json_each(?) AS wanted
          CROSS JOIN params ON run_id = wanted.value AND params.path = ?`,
      )
      .raw();
  }

  /** By name. @throws RangeError for a name of another kind */
  run(ids: readonly string[], args: FiguresArgs): Map<string, RunFigure> {
    const wanted = JSON.stringify(ids);
    const numbersOf = (rows: Iterable<readonly [at: number, number: number | null]>) => {
      const numbers = new Float64Array(ids.length).fill(Number.NaN);
      for (const [at, number] of rows) numbers[at] = number ?? Number.NaN;
      return numbers;
    };
    const rows = new Map<string, readonly ValuesRow[]>();
    const rowsOf = (key: string) => {
      const known = rows.get(key) ?? this.#values.all(wanted, key);
      rows.set(key, known);
      return known;
    };
    const figureOf = (name: string): RunFigure => {
      if (name === "started" || name === "duration") {
        return { numbers: numbersOf(this.#ofRuns(wanted, name, args)) };
      }
      const [, kind, key = ""] = /^(best|last|kept|min|max|regret|param):(.+)$/s.exec(name) ?? [];
      if (kind === undefined) {
        throw new RangeError(
          `summarizeGroups: figures must be best:, last:, kept:, min:, max: or regret: with a key, param: with a path, started or duration. Received: ${String(name)}`,
        );
      }
      if (kind === "param") {
        const found = this.#param.all(wanted, pathsOf(key, args.known)[0] ?? key);
        const texts = new Array<string | undefined>(ids.length).fill(undefined);
        for (const [at, text] of found) texts[at] = text;
        return { numbers: numbersOf(found.map(([at, , number]) => [at, number])), texts };
      }
      const direction = key === args.given.key ? args.given.direction : undefined;
      const value = (row: ValuesRow) => valueIn(row, kind as ValueName, direction);
      return { numbers: numbersOf(rowsOf(key).map((row) => [row.at, value(row)])) };
    };
    return new Map([...new Set(args.names)].map((name) => [name, figureOf(name)]));
  }

  #ofRuns(
    wanted: string,
    name: "started" | "duration",
    { duration, bound }: FiguresArgs,
  ): readonly [at: number, number: number][] {
    const figure = name === "started" ? "runs.started_ms" : duration();
    return this.#db
      .prepare<[object], [number, number]>(
        `SELECT wanted.key, ${figure} FROM json_each(${bound.add(wanted)}) AS wanted CROSS JOIN runs ON runs.id = wanted.value`,
      )
      .raw()
      .all(bound.values);
  }
}

/** Null where there is none, or it is no number. */
function valueIn(row: ValuesRow, name: ValueName, given: "max" | "min" | undefined): number | null {
  const direction = row.direction ?? given;
  // The extreme in the better direction is the best value, also where nobody recorded which way is better.
  const best = row.direction === null && given !== undefined ? row[given] : row.best;
  if (name === "best") return best;
  if (name !== "regret") return row[name];
  if (best === null || row.kept === null) return null;
  const lost = (best - row.kept) * (direction === "min" ? -1 : 1);
  // Minus zero is no loss.
  return lost === 0 ? 0 : lost;
}
