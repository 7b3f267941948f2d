import type { Statement } from "better-sqlite3";
import type { PatientWriter } from "./patient-writer.ts";

/** So many rows go in one transaction: a tenth of a second, in which other writers wait. */
const slice = 20_000;
/** Events are heavier: a histogram has some kilobytes. */
const sliceOfEvents = 1_000;

/**
 * Removes runs of the trash for good, in slices. A run of which a part is removed stays in the trash, marked, until all of it is:
 * whoever is killed in the middle has lost nothing else, and the next purge goes on.
 */
export class PurgeRun {
  readonly #writer: PatientWriter;
  readonly #mark: Statement<[number, string]>;
  readonly #series: Statement<[string], number>;
  readonly #slices: readonly Statement<[number]>[];
  readonly #removeSeries: Statement<[number]>;
  readonly #removeEvents: Statement<[string]>;
  readonly #remove: Statement<[string]>;

  constructor(writer: PatientWriter) {
    const { db } = writer;
    this.#writer = writer;
    this.#mark = db.prepare<[number, string]>(
      "UPDATE runs SET purging_ms = coalesce(purging_ms, ?) WHERE id = ? AND deleted_ms IS NOT NULL",
    );
    this.#series = db.prepare<[string], number>("SELECT id FROM series WHERE run_id = ?").pluck();
    this.#slices = ["points", "superseded", "rollup"].map((table) =>
      db.prepare<[number]>(`DELETE FROM ${table} WHERE series_id = ? LIMIT ${slice}`),
    );
    this.#removeSeries = db.prepare("DELETE FROM series WHERE id = ?");
    this.#removeEvents = db.prepare(`DELETE FROM events WHERE run_id = ? LIMIT ${sliceOfEvents}`);
    // What is left goes by the triggers of the table.
    this.#remove = db.prepare("DELETE FROM runs WHERE id = ?");
  }

  /**
   * @param onRemoved told how many points are removed, slice by slice
   * @returns whether it is removed; false where it is not in the trash any more, or another process has removed the last of it
   */
  async run(id: string, onRemoved: (points: number) => void): Promise<boolean> {
    const isInTrash = await this.#writer.write(() => this.#mark.run(Date.now(), id).changes > 0);
    if (!isInTrash) return false;
    for (const series of this.#series.all(id)) {
      await this.removeSeries(series, onRemoved);
    }
    while ((await this.#writer.write(() => this.#removeEvents.run(id).changes)) > 0);
    return this.#writer.write(() => this.#remove.run(id).changes > 0);
  }

  /** Removes all that a series has, also where the series itself is gone already. */
  async removeSeries(series: number, onRemoved: (points: number) => void): Promise<void> {
    for (const [i, remove] of this.#slices.entries()) {
      for (let removed = slice; removed === slice; ) {
        removed = await this.#writer.write(() => remove.run(series).changes);
        if (i === 0) onRemoved(removed);
      }
    }
    await this.#writer.write(() => this.#removeSeries.run(series));
  }
}
