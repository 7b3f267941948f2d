import { closeSync, openSync, statSync } from "node:fs";
import path from "node:path";
import type { JournalPart } from "../journal/journal-part.ts";
import { listParts } from "../journal/list-parts.ts";
import { sizeOfLine } from "../journal/size-of-line.ts";
import type { Lease } from "../lease/lease.ts";
import type { Unfolded } from "../unfolded.ts";
import { JournalOwners } from "./journal-owners.ts";

/** Counts what is left in the journals of processes that are gone, or that cannot be asked and are silent. */
export class UnfoldedJournals {
  readonly #folder: string;
  readonly #owners: JournalOwners;
  /** The most that was left since all was folded. */
  #total = 0;

  constructor(folder: string, lease: Lease) {
    this.#folder = folder;
    this.#owners = new JournalOwners(folder, lease);
  }

  /** Whether a database lacked something when that was last counted. */
  get isBehind(): boolean {
    return this.#total > 0;
  }

  /** The parts that such processes have left: name to length. */
  sizes(): Map<string, number> {
    const all = listParts(this.#folder);
    const sizes = new Map<string, number>();
    for (const journal of new Set(all.map((it) => it.journal))) {
      const parts = all.filter((it) => it.journal === journal);
      if (!this.#isLeft(parts)) continue;
      for (const { name } of parts) sizes.set(name, this.#sizeOf(name));
    }
    return sizes;
  }

  /**
   * How much of it a database lacks; undefined where it holds all of it.
   *
   * @param folded how far the database holds which part
   */
  count(
    sizes: ReadonlyMap<string, number>,
    folded: ReadonlyMap<string, number>,
  ): Unfolded | undefined {
    let bytes = 0;
    for (const [name, size] of sizes) {
      const from = folded.get(name) ?? 0;
      if (size > from && this.#hasWholeLine(name, from)) bytes += size - from;
    }
    this.#total = bytes === 0 ? 0 : Math.max(bytes, this.#total);
    return bytes === 0 ? undefined : { bytes, total: this.#total };
  }

  #isLeft(parts: readonly JournalPart[]): boolean {
    return ["gone", "silent", "forgotten"].includes(this.#owners.ownerOf(parts));
  }

  #sizeOf(name: string): number {
    return statSync(path.join(this.#folder, name), { throwIfNoEntry: false })?.size ?? 0;
  }

  /** A line that a process was killed in was not acknowledged, and is never folded. */
  #hasWholeLine(name: string, from: number): boolean {
    let fd: number;
    try {
      fd = openSync(path.join(this.#folder, name), "r");
    } catch {
      return false;
    }
    try {
      return sizeOfLine(fd, from) !== undefined;
    } finally {
      closeSync(fd);
    }
  }
}
