import type { SeriesDescription } from "@epochal/record";
import { describeKey } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";

/** Makes sure that a series exists and has its description. */
export class DescribeSeries {
  readonly #find: Statement<[string, string], number>;
  readonly #findAll: Statement<[string, string], { readonly key: string; readonly id: number }>;
  readonly #insert: Statement<unknown[], number>;
  readonly #update: Statement;

  constructor(db: Database) {
    this.#find = db
      .prepare<[string, string], number>("SELECT id FROM series WHERE run_id = ? AND key = ?")
      .pluck();
    this.#findAll = db.prepare(
      "SELECT key, id FROM series WHERE run_id = ? AND key IN (SELECT value FROM json_each(?))",
    );
    this.#insert = db
      .prepare<unknown[], number>(
        "INSERT INTO series (run_id, key, metric, split, kind, direction, per, rev) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
      )
      .pluck();
    this.#update = db.prepare(
      "UPDATE series SET metric = ?, split = ?, kind = ?, direction = ?, per = ?, rev = ? WHERE id = ?",
    );
  }

  /** The ids of series of a run, in the order of their keys. A new one is described by its key. */
  ensure(run: string, keys: readonly string[], rev: number): number[] {
    const found = new Map(
      this.#findAll.all(run, JSON.stringify(keys)).map(({ key, id }) => [key, id]),
    );
    return keys.map((key) => {
      // A key may come back otherwise than it was asked for: not every text of JavaScript is one of Unicode.
      const known = found.get(key) ?? this.#find.get(run, key);
      return known ?? this.#create(run, key, describeKey(key), rev);
    });
  }

  /** Stores a description that somebody gave. */
  describe(run: string, key: string, description: SeriesDescription, rev: number): number {
    const id = this.#find.get(run, key);
    if (id === undefined) return this.#create(run, key, description, rev);
    const { metric, split, kind, direction = null, per } = description;
    this.#update.run(metric, split, kind, direction, per, rev, id);
    return id;
  }

  #create(run: string, key: string, description: SeriesDescription, rev: number): number {
    const { metric, split, kind, direction = null, per } = description;
    const id = this.#insert.get(run, key, metric, split, kind, direction, per, rev);
    if (id === undefined) throw new Error(`The series ${key} of the run ${run} was not made.`);
    return id;
  }
}
