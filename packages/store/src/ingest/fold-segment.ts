import { closeSync, existsSync, fstatSync, openSync } from "node:fs";
import type { JournalRecord } from "@epochal/record";
import { parseRecord } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import { readEnds } from "../journal/read-ends.ts";
import { readLines } from "../journal/read-lines.ts";
import type { Problems } from "../problems.ts";
import { ApplyRecords } from "../sqlite/writes/apply-records.ts";

export interface FoldedSegment {
  /** How far the file is folded. */
  readonly bytes: number;
  /** Whether nothing was left but perhaps a last line that is not written whole. */
  readonly done: boolean;
}

/** Few enough to be tried one by one, and enough to be much fewer than one by one. */
const linesOfPart = 64;

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
  /** How far segments were searched for ends. */
  readonly #searched = new Map<string, number>();

  constructor(db: Database, problems: Problems) {
    this.#db = db;
    this.#problems = problems;
    this.#apply = new ApplyRecords(db);
    this.#offset = db
      .prepare<[string], number>(
        // One that was removed and is there again was put back by its writer.
        "SELECT bytes FROM (SELECT * FROM folded UNION ALL SELECT segment, bytes FROM removed) WHERE segment = ? LIMIT 1",
      )
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
      return this.#fold(fd, file, name, goOn);
    } catch (error) {
      if (isAboutRoom(error)) this.#foldEnds(fd, name);
      throw error;
    } finally {
      closeSync(fd);
    }
  }

  #fold(fd: number, file: string, name: string, goOn: () => boolean): FoldedSegment {
    const size = fstatSync(fd).size;
    let bytes = this.#offset.get(name) ?? 0;
    while (bytes < size) {
      const before = bytes;
      bytes = this.#foldOnce(fd, file, name);
      if (bytes <= before) return { bytes, done: true };
      if (bytes < size && !goOn()) return { bytes, done: false };
    }
    return { bytes, done: true };
  }

  /**
   * A database that has no room for steps may have some for how runs ended, which is little and must not be missing. It stays in
   * the journal: said twice, it is the same.
   */
  #foldEnds(fd: number, name: string): void {
    const from = Math.max(this.#offset.get(name) ?? 0, this.#searched.get(name) ?? 0);
    const { records, bytes } = readEnds(fd, from);
    if (records.length > 0) {
      try {
        this.#db.transaction(() => this.#apply.apply(records, () => {})).immediate();
      } catch (error) {
        if (isAboutRoom(error)) return;
        throw error;
      }
    }
    this.#searched.set(name, bytes);
  }

  /** One stretch of lines in one transaction. @returns how far the file is folded then */
  #foldOnce(fd: number, file: string, name: string): number {
    return this.#db
      .transaction(() => {
        const known = this.#offset.get(name);
        // Somebody else has folded and removed it, and may have forgotten how far it went.
        if (known === undefined && !existsSync(file)) return 0;
        const from = known ?? 0;
        const { lines, sizes } = readLines(fd, from);
        if (lines.length === 0) return from;
        this.#applyLines(lines, name);
        const to = sizes.reduce((sum, size) => sum + size, from);
        this.#setOffset.run(name, to);
        return to;
      })
      .immediate();
  }

  /**
   * A line that the database refuses must not keep the others out: what is refused together is tried again in small parts,
   * and what is still refused then, line by line. So no line is tried more than three times, however many are refused.
   */
  #applyLines(lines: readonly string[], name: string): void {
    const refused = this.#try(lines, name);
    if (refused === undefined) return;
    if (lines.length === 1) {
      this.#skip(name, `the database refuses it (${refused})`);
      return;
    }
    const part = lines.length > linesOfPart ? linesOfPart : 1;
    for (let i = 0; i < lines.length; i += part) this.#applyLines(lines.slice(i, i + part), name);
  }

  /** All of these lines or, where the database refuses one, none of them. @returns why it refuses */
  #try(lines: readonly string[], name: string): string | undefined {
    const records: JournalRecord[] = [];
    for (const line of lines) {
      const record = parseRecord(line);
      if (typeof record === "string") this.#skip(name, record);
      else records.push(record);
    }
    try {
      // Inside a transaction this is a savepoint.
      this.#db.transaction(() => {
        this.#apply.apply(records, (reason) => this.#skip(name, reason));
      })();
      return undefined;
    } catch (error) {
      // An error may have ended the whole transaction: then nothing of it can be gone on with.
      if (!isAboutALine(error) || !this.#db.inTransaction) throw error;
      return (error as Error).message;
    }
  }

  #skip(name: string, reason: string): void {
    this.#problems.report(
      `skipped ${name}`,
      `A record in the journal ${name} was skipped, because ${reason}. Further ones like it are not reported.`,
    );
  }
}

function isAboutRoom(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR_WRITE)/.test(String((error as NodeJS.ErrnoException).code));
}

function isAboutALine(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error instanceof TypeError || error instanceof RangeError;
  return /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE|ERROR)/.test(code);
}
