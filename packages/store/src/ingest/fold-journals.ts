import { rmSync, statSync } from "node:fs";
import path from "node:path";
import type { JournalPart } from "../journal/journal-part.ts";
import { listParts } from "../journal/list-parts.ts";
import type { Lease } from "../lease/lease.ts";
import type { LocalSink } from "../local-sink.ts";
import type { Problems } from "../problems.ts";
import { SinkError } from "../sink-error.ts";
import { type FoldedPart, FoldPart } from "./fold-part.ts";
import { JournalOwners } from "./journal-owners.ts";

export interface FoldJournalsArgs {
  readonly sink: LocalSink;
  /** The folder of the journals. */
  readonly folder: string;
  readonly lease: Lease;
  readonly problems: Problems;
  /** Asked between stretches of lines; `false` ends the folding early. */
  readonly goOn: () => boolean;
}

/** The least time between two removals of folded files: settling the database for each small file would cost more. */
const tidyMs = 2_000;
/** How long the folding thread waits for readers where nobody waits for it. */
const patienceMs = 50;

/**
 * Folds the journals of a folder, and removes the files that nobody will write to any more.
 *
 * A part is removed only when the sink has moved all of it to its final place. What is lost before that is folded again.
 */
export class FoldJournals {
  readonly #args: FoldJournalsArgs;
  readonly #foldPart: FoldPart;
  readonly #owners: JournalOwners;
  /** How far each part is folded, as far as this process knows: with no new lines it need not ask the database. */
  readonly #known = new Map<string, number>();
  /** The names of parts that are folded and can be removed. */
  readonly #spent = new Set<string>();
  #tidyAt = 0;
  /** When the folding of others' journals must give way, in epoch milliseconds. */
  #until = Number.POSITIVE_INFINITY;

  constructor(args: FoldJournalsArgs) {
    this.#args = args;
    this.#foldPart = new FoldPart(args.sink);
    this.#owners = new JournalOwners(args.folder, args.lease);
  }

  /**
   * Folds one journal of this process.
   *
   * @param closed whether its writer is done with it, so that all of it can be removed
   * @returns how many bytes were folded
   */
  foldOwn(journal: string, closed = false): number {
    const parts = listParts(this.#args.folder).filter((it) => it.journal === journal);
    return this.#foldAll(parts, closed);
  }

  /**
   * Folds the journals that other stores of this process and dead processes have left.
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
    const all = listParts(this.#args.folder);
    for (const journal of new Set(all.map((it) => it.journal))) {
      if (journal === own) continue;
      if (Date.now() >= this.#until) return false;
      const parts = all.filter((it) => it.journal === journal);
      try {
        this.#foldOther(journal, parts);
      } catch (error) {
        // What the sink refuses, it refuses for every journal. But a file that cannot be read must not stop the others.
        if (error instanceof SinkError) throw error;
        this.#args.problems.report(
          `unreadable ${journal}`,
          `The journal ${journal} cannot be folded: ${(error as Error).message}`,
          error,
        );
      }
    }
    return Date.now() < this.#until;
  }

  /**
   * Removes the parts that are folded, once the sink has settled them.
   *
   * @param waitMs how long to wait for readers; by default it does so only when it is due, and not for long
   */
  tidy(waitMs?: number): void {
    const isDue = Date.now() >= this.#tidyAt;
    const { sink, folder } = this.#args;
    const isWanted = this.#spent.size > 0 || sink.isUnsettled;
    if (!isWanted || (waitMs === undefined && !isDue)) return;
    this.#tidyAt = Date.now() + tidyMs;
    if (!sink.settle(waitMs ?? patienceMs)) return;
    for (const name of this.#spent) rmSync(path.join(folder, name), { force: true });
    sink.forget([...this.#spent]);
    for (const name of this.#spent) this.#known.delete(name);
    this.#spent.clear();
  }

  #foldOther(journal: string, parts: readonly JournalPart[]): void {
    const owner = this.#owners.ownerOf(parts);
    if (owner === "foreign") {
      this.#args.problems.report(
        `foreign ${journal}`,
        `The journal ${journal} is in a format that this version of Epochal does not know. It was left where it is.`,
      );
    } else if (owner === "gone") this.#foldAll(parts, true);
    else if (owner === "here" || owner === "silent") this.#foldAll(parts, false);
    else if (owner === "forgotten") this.#foldAll(parts, !this.#args.sink.mayLive(journal));
  }

  #foldAll(parts: readonly JournalPart[], closed: boolean): number {
    let bytes = 0;
    for (const [i, part] of parts.entries()) {
      const file = path.join(this.#args.folder, part.name);
      const size = sizeOf(file);
      if (size === undefined) continue;
      const known = this.#known.get(part.name) ?? 0;
      let done = known >= size;
      if (!done) {
        const folded = this.#fold(file, part.name);
        this.#known.set(part.name, folded.bytes);
        bytes += Math.max(0, folded.bytes - known);
        done = folded.done;
      }
      // A later part must not be folded before an earlier one.
      if (!done) return bytes;
      if (closed || i < parts.length - 1) this.#spent.add(part.name);
    }
    return bytes;
  }

  #fold(file: string, name: string): FoldedPart {
    try {
      return this.#foldPart.fold(file, name, () => {
        if (this.#args.sink.isUnsettled) this.tidy();
        return this.#args.goOn() && Date.now() < this.#until;
      });
    } catch (error) {
      // Somebody else has folded and removed it.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return { bytes: 0, done: true };
      throw error;
    }
  }
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
