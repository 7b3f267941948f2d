import { closeSync, existsSync, fstatSync, openSync } from "node:fs";
import { readEnds } from "../journal/read-ends.ts";
import { readLines } from "../journal/read-lines.ts";
import type { LocalSink } from "../local-sink.ts";
import { SinkError } from "../sink-error.ts";

export interface FoldedPart {
  /** How far the file is folded. */
  readonly bytes: number;
  /** Whether all of it is folded, except perhaps a last line that is not written whole. */
  readonly done: boolean;
}

/** Moves the lines of journal parts into a sink. Several may do so at once, and may die while folding. */
export class FoldPart {
  readonly #sink: LocalSink;
  /** How far parts were searched for ends. */
  readonly #searched = new Map<string, number>();

  constructor(sink: LocalSink) {
    this.#sink = sink;
  }

  /**
   * Folds what the file holds now.
   *
   * @param goOn asked after each stretch of lines; `false` ends the folding early
   * @throws SinkError where the sink is busy, full or cannot be written
   */
  fold(file: string, name: string, goOn: () => boolean): FoldedPart {
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

  #fold(fd: number, file: string, name: string, goOn: () => boolean): FoldedPart {
    const size = fstatSync(fd).size;
    let bytes = this.#sink.appliedTo(name);
    while (bytes < size) {
      const before = bytes;
      // Somebody else has folded and removed it, and may have forgotten how far it went.
      if (bytes === 0 && !existsSync(file)) return { bytes, done: true };
      const read = readLines(fd, bytes);
      if (read.lines.length === 0) return { bytes, done: true };
      bytes = this.#sink.applyNow({ journal: name, from: bytes, ...read });
      if (bytes <= before) return { bytes, done: true };
      if (bytes < size && !goOn()) return { bytes, done: false };
    }
    return { bytes, done: true };
  }

  /**
   * A sink without room for steps may have some for the ends of runs, which are little and must not be missing. They stay in
   * the journal: told twice, they are the same.
   */
  #foldEnds(fd: number, name: string): void {
    const from = Math.max(this.#sink.appliedTo(name), this.#searched.get(name) ?? 0);
    const { ends, bytes } = readEnds(fd, from);
    try {
      this.#sink.applyEndsNow(ends);
    } catch (error) {
      if (isAboutRoom(error)) return;
      throw error;
    }
    this.#searched.set(name, bytes);
  }
}

function isAboutRoom(error: unknown): boolean {
  return error instanceof SinkError && error.kind === "full";
}
