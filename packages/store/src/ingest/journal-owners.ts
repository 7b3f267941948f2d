import { statSync } from "node:fs";
import path from "node:path";
import type { JournalWriter } from "@epochal/record";
import type { JournalPart } from "../journal/journal-part.ts";
import { type PartHeader, readPartHeader } from "../journal/read-part-header.ts";
import { awakeMs } from "../lease/awake-ms.ts";
import type { Lease } from "../lease/lease.ts";
import { probeWriter } from "../lease/probe-writer.ts";
import { thisProcess } from "../lease/this-process.ts";

/**
 * Who writes a journal: another store of this process, another living process, or one that is gone. `silent` and `forgotten`:
 * the writer cannot be asked, and has not written for a while, or for a week; `unknown`: not even that is known yet. `foreign`:
 * the journal has the format of another version.
 */
export type JournalOwner =
  | "here"
  | "alive"
  | "gone"
  | "unknown"
  | "silent"
  | "forgotten"
  | "foreign";

interface Seen {
  readonly size: number;
  readonly changedMs: number;
  /** How long this machine had been awake when it first saw the journal in this state. */
  readonly since: number;
}

/** Finds out who writes which journal. It remembers what it has seen, because the writer's clock may be wrong. */
export class JournalOwners {
  readonly #folder: string;
  readonly #lease: Lease;
  /** Headers never change. */
  readonly #headers = new Map<string, PartHeader>();
  readonly #seen = new Map<string, Seen>();

  constructor(folder: string, lease: Lease) {
    this.#folder = folder;
    this.#lease = lease;
  }

  /** @param parts all parts of one journal, in order */
  ownerOf(parts: readonly JournalPart[]): JournalOwner {
    for (const part of parts) {
      let header: PartHeader;
      try {
        header = this.#headerOf(part);
      } catch {
        return "alive";
      }
      if (header.kind === "foreign") return "foreign";
      if (header.kind === "known") return this.#ownerBy(header.writer, parts);
    }
    return this.#ownerBySilence(parts);
  }

  #ownerBy(writer: JournalWriter, parts: readonly JournalPart[]): JournalOwner {
    const state = probeWriter(writer);
    if (state === "gone" || state === "thread_gone") return "gone";
    if (state === "restarted" || state === "elsewhere") return this.#ownerBySilence(parts);
    return isThisProcess(writer) ? "here" : "alive";
  }

  /** Wall-clock time is enough for folding, which does no harm. Before it removes a journal it must have watched it, too. */
  #ownerBySilence(parts: readonly JournalPart[]): JournalOwner {
    const newest = parts.at(-1);
    if (newest === undefined) return "unknown";
    const stat = statSync(path.join(this.#folder, newest.name), { throwIfNoEntry: false });
    if (stat === undefined) return "unknown";
    const { journal } = newest;
    const now = awakeMs();
    const before = this.#seen.get(journal);
    const isSame = before?.size === stat.size && before.changedMs === stat.mtimeMs;
    const since = isSame ? before.since : now;
    if (!isSame) this.#seen.set(journal, { size: stat.size, changedMs: stat.mtimeMs, since });
    const onTheWall = Math.abs(Date.now() - stat.mtimeMs);
    const isWatched = now - since > this.#lease.quietMs;
    if (isWatched && onTheWall > this.#lease.forgottenMs) return "forgotten";
    return isWatched || onTheWall > this.#lease.quietMs ? "silent" : "unknown";
  }

  #headerOf({ name }: JournalPart): PartHeader {
    const known = this.#headers.get(name);
    if (known !== undefined) return known;
    const header = readPartHeader(path.join(this.#folder, name));
    if (header.kind !== "unreadable") this.#headers.set(name, header);
    return header;
  }
}

function isThisProcess(writer: JournalWriter): boolean {
  const { host, bootId, pid, pidStarted, pidSpace } = thisProcess();
  return (
    writer.host === host &&
    writer.bootId === bootId &&
    writer.pid === pid &&
    writer.pidStarted === pidStarted &&
    writer.pidSpace === pidSpace
  );
}
