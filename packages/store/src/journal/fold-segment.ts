import { closeSync, existsSync, fstatSync, openSync } from "node:fs";
import type { JournalRecord } from "@epochal/callbacks";
import type { Database, Statement } from "better-sqlite3";
import type { Problems } from "../problems.ts";
import { ApplyRecords } from "../sqlite/commands/apply-records.ts";
import { parseRecord } from "./parse-record.ts";
import { type Lines, readLines } from "./read-lines.ts";

export interface FoldedSegment {
  /** How far the file is folded. */
  readonly bytes: number;
  /** Whether nothing was left but perhaps a last line that is not written whole. */
  readonly done: boolean;
}

/**
 * Moves the lines of journal segments into a database, each exactly once.
 *
 * How far a segment is folded is stored in the transaction that stores what its lines say, so it does not matter who folds,
 * how many at once, and who dies while folding.
 */
export class FoldSegment {
  readonly #problems: Problems;
  readonly #apply: ApplyRecords;
  readonly #offset: Statement<[string], number>;
  readonly #setOffset: Statement<[string, number]>;
  readonly #db: Database;

  constructor(db: Database, problems: Problems) {
    this.#db = db;
    this.#problems = problems;
    this.#apply = new ApplyRecords(db);
    this.#offset = db
      .prepare<[string], number>("SELECT bytes FROM folded WHERE segment = ?")
      .pluck();
    this.#setOffset = db.prepare<[string, number]>(
      "INSERT INTO folded (segment, bytes) VALUES (?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes",
    );
  }

  /**
   * Folds what the file holds now.
   *
   * @param goOn asked after each transaction; no ends the folding early
   * @throws what SQLite throws where the database is busy, full or cannot be written
   */
  fold(file: string, name: string, goOn: () => boolean): FoldedSegment {
    const fd = openSync(file, "r");
    try {
      const size = fstatSync(fd).size;
      let bytes = this.#offset.get(name) ?? 0;
      while (bytes < size) {
        const before = bytes;
        bytes = this.#foldOnce(fd, file, name);
        if (bytes <= before) return { bytes, done: true };
        if (bytes < size && !goOn()) return { bytes, done: false };
      }
      return { bytes, done: true };
    } finally {
      closeSync(fd);
    }
  }

  #foldOnce(fd: number, file: string, name: string): number {
    try {
      return this.#transact(fd, file, name, Number.POSITIVE_INFINITY);
    } catch (error) {
      if (!isAboutALine(error)) throw error;
      return this.#foldLineByLine(fd, file, name);
    }
  }

  /** A line that the database refuses must not keep the others out. */
  #foldLineByLine(fd: number, file: string, name: string): number {
    try {
      return this.#transact(fd, file, name, 1);
    } catch (error) {
      if (!isAboutALine(error)) throw error;
      this.#skip(name, `the database refuses it (${(error as Error).message})`);
      return this.#transact(fd, file, name, 0);
    }
  }

  /** @param most how many lines at most; with 0, one line is passed over */
  #transact(fd: number, file: string, name: string, most: number): number {
    return this.#db
      .transaction(() => {
        const known = this.#offset.get(name);
        // Somebody else has folded and removed it, and may have forgotten how far it went.
        if (known === undefined && !existsSync(file)) return 0;
        const from = known ?? 0;
        const read = readLines(fd, from);
        const count = Math.min(read.lines.length, Math.max(most, 1));
        if (count === 0) return from;
        if (most > 0) this.#applyLines(read, count, name);
        const to = from + read.sizes.slice(0, count).reduce((sum, size) => sum + size, 0);
        this.#setOffset.run(name, to);
        return to;
      })
      .immediate();
  }

  #applyLines({ lines }: Lines, count: number, name: string): void {
    const records: JournalRecord[] = [];
    for (let i = 0; i < count; i++) {
      const record = parseRecord(lines[i] ?? "");
      if (typeof record === "string") this.#skip(name, record);
      else records.push(record);
    }
    this.#apply.apply(records, (reason) => this.#skip(name, reason));
  }

  #skip(name: string, reason: string): void {
    this.#problems.report(
      `skipped ${name}`,
      `A record in the journal ${name} was skipped, because ${reason}. Further ones like it are not reported.`,
    );
  }
}

function isAboutALine(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error instanceof TypeError || error instanceof RangeError;
  return /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE|ERROR)/.test(code);
}
