import { type FoundRequest, type JournalRecord, parseRecord } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import { awakeMs } from "../../lease/awake-ms.ts";
import type { Lease } from "../../lease/lease.ts";
import type { LocalSink } from "../../local-sink.ts";
import type { JournalLines } from "../../sink.ts";
import { SinkError } from "../../sink-error.ts";
import { ApplyRecords } from "../writes/apply-records.ts";
import { FindRequests } from "../writes/find-requests.ts";
import { KeepConclusions } from "../writes/keep-conclusions.ts";
import { LoseSent } from "../writes/lose-sent.ts";
import { RememberGone } from "../writes/remember-gone.ts";
import { RemovedParts } from "../writes/removed-parts.ts";
import { WatchWriters } from "../writes/watch-writers.ts";
import { WriteHeartbeat } from "../writes/write-heartbeat.ts";

export interface SqlSinkArgs {
  /** A connection of its own. */
  readonly db: Database;
  /** The journal of the store that it belongs to. */
  readonly journal: string;
  readonly lease: Lease;
  /** Called for each skipped line, once that is certain. */
  readonly onSkipped: (journal: string, reason: string) => void;
}

/** A part small enough to be tried line by line, and large enough that parts are few. */
const linesOfPart = 64;
/** How long `apply` tries a database that others write to. */
const patienceMs = 30_000;

/**
 * Takes the lines of journals into a database.
 *
 * One transaction stores the lines and how far the journal is taken in, so lines may come from anybody, several times and at
 * once, and a sender may die in the middle.
 */
export abstract class SqlSink implements LocalSink {
  protected readonly db: Database;
  readonly #args: SqlSinkArgs;
  readonly #apply: ApplyRecords;
  readonly #removed: RemovedParts;
  readonly #heartbeat: WriteHeartbeat;
  readonly #watch: WatchWriters;
  readonly #requests: FindRequests;
  readonly #gone: RememberGone;
  readonly #lose: LoseSent;
  readonly #conclusions: KeepConclusions;
  readonly #offset: Statement<[string], number>;
  readonly #setOffset: Statement<[string, number]>;

  constructor(args: SqlSinkArgs) {
    const { db, journal, lease } = args;
    this.#args = args;
    this.db = db;
    this.#apply = new ApplyRecords(db);
    this.#removed = new RemovedParts(db);
    this.#heartbeat = new WriteHeartbeat(db, journal);
    this.#watch = new WatchWriters(db, lease);
    this.#requests = new FindRequests(db, journal);
    this.#gone = new RememberGone(db);
    this.#lose = new LoseSent(db, lease.silentMs);
    this.#conclusions = new KeepConclusions(db);
    this.#offset = db
      .prepare<[string], number>(
        // A removed part that is there again was put back by its writer.
        "SELECT bytes FROM (SELECT * FROM folded UNION ALL SELECT segment, bytes FROM removed) AS known WHERE segment = ? LIMIT 1",
      )
      .pluck();
    this.#setOffset = db.prepare<[string, number]>(
      "INSERT INTO folded (segment, bytes) VALUES (?, ?) ON CONFLICT (segment) DO UPDATE SET bytes = excluded.bytes",
    );
  }

  async apply(lines: JournalLines): Promise<number> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        const to = this.applyNow(lines);
        if (this.isUnsettled) this.settle(0);
        return to;
      } catch (error) {
        const isLocked = error instanceof SinkError && error.kind === "busy";
        if (!isLocked || Date.now() >= deadline) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 25 + Math.random() * 50));
    }
  }

  applyNow({ journal, from, lines, sizes = lines.map(sizeOf), records }: JournalLines): number {
    if (!Number.isSafeInteger(from) || from < 0 || sizes.length !== lines.length) {
      throw new TypeError(
        `${journal}: lines must begin at a byte of the journal, and there must be a size for each of them`,
      );
    }
    // Read before the database is locked.
    const known = records === undefined ? this.appliedTo(journal) : 0;
    const parsed = new Parsed(lines, records, firstBehind(from, sizes, known));
    const skipped: string[] = [];
    const take = (apply: (records: readonly JournalRecord[]) => void) =>
      this.db
        .transaction(() => {
          skipped.length = 0;
          const known = this.#offset.get(journal) ?? 0;
          const first = firstBehind(from, sizes, known);
          if (first === undefined) return known;
          const found = parsed.from(first);
          skipped.push(...found.filter((record) => typeof record === "string"));
          apply(found.filter((record) => typeof record !== "string"));
          const end = sizes.slice(first).reduce((sum, size) => sum + size, known);
          this.#setOffset.run(journal, end);
          return end;
        })
        .immediate();
    const to = this.asked(() => {
      try {
        return take((records) => this.#apply.apply(records, (reason) => skipped.push(reason)));
      } catch (error) {
        if (!this.isAboutALine(error)) throw error;
        return take((records) => this.#applyInParts(records, skipped, linesOfPart));
      }
    });
    for (const reason of skipped) this.#args.onSkipped(journal, reason);
    return to;
  }

  appliedTo(journal: string): number {
    return this.asked(() => this.#offset.get(journal) ?? 0);
  }

  applyEndsNow(lines: readonly string[]): void {
    const records = lines.map(parseRecord).filter((record) => typeof record !== "string");
    if (records.length === 0) return;
    this.asked(() => this.db.transaction(() => this.#apply.apply(records, () => {})).immediate());
  }

  abstract sync(): void;
  abstract get isUnsettled(): boolean;
  abstract settle(waitMs: number): boolean;
  abstract get isLost(): boolean;

  /** What went wrong as an error of the sink; undefined where the database did not say it. */
  protected abstract faultOf(error: unknown): SinkError | undefined;
  /** Whether an error says that a line is wrong, and not that nothing can be taken in. */
  protected abstract isAboutALine(error: unknown): boolean;

  forget(journals: readonly string[]): void {
    this.asked(() => this.#removed.add(journals, this.#args.lease.forgottenMs));
  }

  mayLive(writer: string): boolean {
    return this.asked(() => this.#removed.mayLive(writer));
  }

  beat(): void {
    this.asked(() => {
      this.#heartbeat.run(Date.now());
      this.#watch.run(awakeMs());
    });
  }

  concludeRuns(forMs: number): boolean {
    try {
      const until = Date.now() + forMs;
      this.#lose.run(Date.now());
      const areKnown = this.#gone.run(Date.now());
      const areKept = this.#conclusions.run(until);
      return areKnown && areKept;
    } catch (error) {
      if (this.faultOf(error) !== undefined) return true;
      throw error;
    }
  }

  requests(): readonly FoundRequest[] {
    return this.asked(() => this.#requests.run());
  }

  close(): void {
    this.db.close();
  }

  /**
   * A line that the database refuses must not stop the others: where one is among them, all are tried in small parts, and the
   * refused parts line by line. So no line is tried more than three times, however many are refused; and where none is, which
   * is nearly always, no savepoint copies the pages that are written to.
   */
  #applyInParts(records: readonly JournalRecord[], skipped: string[], size: number): void {
    for (let i = 0; i < records.length; i += size) {
      const part = records.slice(i, i + size);
      const strangers: string[] = [];
      try {
        // Inside a transaction this is a savepoint.
        this.db.transaction(() => this.#apply.apply(part, (reason) => strangers.push(reason)))();
        skipped.push(...strangers);
      } catch (error) {
        // An error may have ended the whole transaction, which then cannot go on.
        if (!this.isAboutALine(error) || !this.db.inTransaction) throw error;
        if (size > 1) this.#applyInParts(part, skipped, 1);
        else skipped.push(`the database refuses it (${(error as Error).message})`);
      }
    }
  }

  /** Does what it is told, and throws what the database says as an error of the sink. */
  protected asked<T>(what: () => T): T {
    try {
      return what();
    } catch (error) {
      throw this.faultOf(error) ?? error;
    }
  }
}

/** The lines as records, or why they are none. Each is parsed once, when it is first needed. */
class Parsed {
  readonly #lines: readonly string[];
  readonly #found: (JournalRecord | string)[] = [];
  #first: number;

  constructor(lines: readonly string[], records: JournalLines["records"], first = lines.length) {
    this.#lines = lines;
    this.#first = records === undefined ? first : 0;
    if (records !== undefined) this.#found.push(...records);
    else for (let i = first; i < lines.length; i++) this.#found.push(parseRecord(lines[i] ?? ""));
  }

  from(first: number): readonly (JournalRecord | string)[] {
    if (first < this.#first) return this.#lines.slice(first).map(parseRecord);
    return this.#found.slice(first - this.#first);
  }
}

function sizeOf(line: string): number {
  return Buffer.byteLength(line) + 1;
}

/** The first line to take in; undefined where all are taken in, or something before them is missing. */
function firstBehind(from: number, sizes: readonly number[], known: number): number | undefined {
  let at = from;
  for (const [i, size] of sizes.entries()) {
    if (at >= known) return at === known ? i : undefined;
    at += size;
  }
  return undefined;
}
