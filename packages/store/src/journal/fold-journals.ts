import { rmSync, statSync } from "node:fs";
import path from "node:path";
import { type Database, SqliteError, type Statement } from "better-sqlite3";
import { probeWriter } from "../lease/probe-writer.ts";
import { thisProcess } from "../lease/this-process.ts";
import type { Problems } from "../problems.ts";
import { type FoldedSegment, FoldSegment } from "./fold-segment.ts";
import { listSegments } from "./list-segments.ts";
import { readSegmentHeader } from "./read-segment-header.ts";
import type { Segment } from "./segment.ts";

/** Whose a journal is: its writer is this process, another living one, a dead one, or one that cannot be asked. */
type Owner = "here" | "alive" | "dead" | "elsewhere" | "foreign";

export interface FoldJournalsArgs {
  readonly db: Database;
  /** The folder of the journals. */
  readonly folder: string;
  readonly problems: Problems;
  /** Asked between transactions; no ends the folding early. */
  readonly goOn: () => boolean;
}

/** A journal of an unknown process that was silent for so long is folded, in case it is dead. */
const quietMs = 60_000;
/** And for so long: removed, once it is folded. */
const forgottenMs = 7 * 24 * 3_600_000;

/** Folds the journals of a folder, and removes what nobody will write to any more. */
export class FoldJournals {
  readonly #args: FoldJournalsArgs;
  readonly #foldSegment: FoldSegment;
  readonly #forget: Statement<[string]>;
  /** How far segments are known to be folded: saves asking the database when nothing has come. */
  readonly #known = new Map<string, number>();
  /** When the folding of others' journals must give way, in epoch milliseconds. */
  #until = Number.POSITIVE_INFINITY;

  constructor(args: FoldJournalsArgs) {
    this.#args = args;
    this.#foldSegment = new FoldSegment(args.db, args.problems);
    this.#forget = args.db.prepare<[string]>("DELETE FROM folded WHERE segment = ?");
  }

  /**
   * Folds one journal of this process.
   *
   * @param closed whether its writer is done with it, so that all of it can be removed
   * @returns how many bytes were folded
   */
  foldOwn(journal: string, closed = false): number {
    const segments = listSegments(this.#args.folder).filter((it) => it.journal === journal);
    return this.#foldAll(segments, closed);
  }

  /**
   * Folds what other stores of this process and dead processes have left.
   *
   * @param forMs for about how long at most
   * @returns whether all of it is folded
   */
  foldOthers(own: string, forMs = Number.POSITIVE_INFINITY): boolean {
    this.#until = Date.now() + forMs;
    try {
      return this.#foldOthers(own);
    } finally {
      this.#until = Number.POSITIVE_INFINITY;
    }
  }

  #foldOthers(own: string): boolean {
    const all = listSegments(this.#args.folder);
    for (const journal of new Set(all.map((it) => it.journal))) {
      if (journal === own) continue;
      if (Date.now() >= this.#until) return false;
      const segments = all.filter((it) => it.journal === journal);
      try {
        this.#foldOther(segments);
      } catch (error) {
        // What the database refuses, it refuses for all. A file that cannot be read must not keep the others out.
        if (error instanceof SqliteError) throw error;
        this.#args.problems.report(
          `unreadable ${journal}`,
          `The journal ${journal} cannot be folded: ${(error as Error).message}`,
          error,
        );
      }
    }
    return Date.now() < this.#until;
  }

  /** Makes sure that what is committed survives the end of power, too. */
  sync(): void {
    const { db } = this.#args;
    db.pragma("synchronous = FULL");
    try {
      db.transaction(() => db.prepare("UPDATE clock SET rev = rev").run()).immediate();
    } finally {
      db.pragma("synchronous = NORMAL");
    }
  }

  #foldOther(segments: readonly Segment[]): void {
    const owner = this.#ownerOf(segments);
    const silent = silentForMs(this.#pathOf(segments.at(-1)));
    if (owner === "here") this.#foldAll(segments, false);
    else if (owner === "dead") this.#foldAll(segments, true);
    else if (owner === "elsewhere" && silent > quietMs) {
      this.#foldAll(segments, silent > forgottenMs);
    }
  }

  #foldAll(segments: readonly Segment[], closed: boolean): number {
    let bytes = 0;
    for (const [i, segment] of segments.entries()) {
      const file = this.#pathOf(segment);
      const size = sizeOf(file);
      if (size === undefined) continue;
      const known = this.#known.get(segment.name) ?? 0;
      let done = known >= size;
      if (!done) {
        const folded = this.#fold(file, segment.name);
        this.#known.set(segment.name, folded.bytes);
        bytes += Math.max(0, folded.bytes - known);
        done = folded.done;
      }
      // A later segment must not be folded before an earlier one.
      if (!done) return bytes;
      if (closed || i < segments.length - 1) this.#remove(segment, file);
    }
    return bytes;
  }

  #fold(file: string, name: string): FoldedSegment {
    try {
      return this.#foldSegment.fold(
        file,
        name,
        () => this.#args.goOn() && Date.now() < this.#until,
      );
    } catch (error) {
      // Somebody else has folded and removed it.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return { bytes: 0, done: true };
      throw error;
    }
  }

  /** First the commit must be safe, then the file may go, and only then what is remembered of it. */
  #remove(segment: Segment, file: string): void {
    this.sync();
    rmSync(file, { force: true });
    this.#forget.run(segment.name);
    this.#known.delete(segment.name);
  }

  #ownerOf(segments: readonly Segment[]): Owner {
    for (const segment of segments) {
      let header: ReturnType<typeof readSegmentHeader>;
      try {
        header = readSegmentHeader(this.#pathOf(segment));
      } catch {
        return "alive";
      }
      if (header.kind === "foreign") {
        this.#args.problems.report(
          `foreign ${segment.journal}`,
          `The journal ${segment.name} is in a format that this version of Epochal does not know. It was left where it is.`,
        );
        return "foreign";
      }
      if (header.kind === "known") {
        const { host, bootId, pid, pidStarted } = thisProcess();
        const { writer } = header;
        if (writer.host === host && writer.bootId === bootId && writer.pid === pid) {
          if (writer.pidStarted === pidStarted) return "here";
        }
        const state = probeWriter(writer);
        return state === "gone" || state === "restarted"
          ? "dead"
          : state === "alive"
            ? "alive"
            : "elsewhere";
      }
    }
    return "elsewhere";
  }

  #pathOf(segment: Segment | undefined): string {
    return path.join(this.#args.folder, segment?.name ?? "");
  }
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

function silentForMs(file: string): number {
  const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return modified === undefined ? 0 : Date.now() - modified;
}
