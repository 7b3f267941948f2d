import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { formatMoment } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import type { Problems } from "../problems.ts";

/** What a database's own file held when its journals were last removed. */
interface Mark {
  readonly revision: number;
  readonly points: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * A small file beside a database, which says how much was folded into it. A database that holds less is an older copy, or was
 * damaged. The journals that could repair it are gone, and SQLite would not notice.
 */
export class FoldedMark {
  readonly #file: string;
  readonly #database: string;
  readonly #problems: Problems;
  readonly #revision: Statement<[], number>;
  readonly #points: Statement<[], number>;

  constructor(db: Database, problems: Problems) {
    this.#database = db.name;
    this.#file = `${db.name}.folded`;
    this.#problems = problems;
    this.#revision = db.prepare<[], number>("SELECT rev FROM clock").pluck();
    this.#points = db.prepare<[], number>("SELECT coalesce(sum(n), 0) FROM series").pluck();
  }

  /** Reports where the database holds less than was folded into it. */
  check(): void {
    const mark = this.#read();
    const revision = this.#revision.get() ?? 0;
    if (mark === undefined || revision >= mark.revision) return;
    const points = this.#points.get() ?? 0;
    const missing = Math.max(0, mark.points - points);
    const day = formatMoment(mark.at, "utc").slice(0, 16);
    const isNew = revision === 0;
    const message = `${this.#database} holds ${points} points, and ${mark.points} had been folded into it by ${day} UTC: ${missing} are missing. It is ${
      isNew ? "new" : "an older copy, or damaged"
    }, and the journals of that time are gone. Bring back the newer file if there is one${
      isNew ? "." : `, or remove ${this.#file} to hear no more of it.`
    }`;
    // Its kind is the message, as the folding thread hands it over, so it is reported once, whoever finds it first.
    this.#problems.report(message, message);
    // Whoever has removed or lost a database hears of it once.
    if (isNew) rmSync(this.#file, { force: true });
  }

  /** Records what the database holds, once its own file holds all of it. */
  write(): void {
    const revision = this.#revision.get() ?? 0;
    const before = this.#read()?.revision ?? 0;
    if (revision <= before) return;
    const mark: Mark = { revision, points: this.#points.get() ?? 0, at: Date.now() };
    try {
      const next = `${this.#file}.${process.pid}`;
      writeFileSync(next, JSON.stringify(mark), { mode: 0o600 });
      renameSync(next, this.#file);
    } catch {
      // It is written next time. Until it is, nobody notices when an older database takes the place of this one.
    }
  }

  #read(): Mark | undefined {
    try {
      const mark = JSON.parse(readFileSync(this.#file, "utf8")) as Partial<Mark> | null;
      const { revision, points, at } = mark ?? {};
      const isWhole = [revision, points, at].every(Number.isSafeInteger);
      return isWhole ? (mark as Mark) : undefined;
    } catch {
      return undefined;
    }
  }
}
