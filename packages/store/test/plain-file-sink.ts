import { appendFileSync, mkdirSync, readFileSync, rmdirSync } from "node:fs";
import { parseRecord } from "@epochal/record";
import type { JournalLines, Sink } from "../src/sink.ts";

/** What was taken in at once: one line of the file. */
interface Taken {
  readonly journal: string;
  readonly to: number;
  readonly lines: readonly string[];
}

/** A sink that puts the lines it takes in into a plain file: as little as keeps the promise of a sink. */
export class PlainFileSink implements Sink {
  readonly #file: string;
  readonly #onSkipped: () => void;

  constructor(file: string, onSkipped: () => void = () => {}) {
    this.#file = file;
    this.#onSkipped = onSkipped;
  }

  async apply({ journal, from, lines, sizes }: JournalLines): Promise<number> {
    const taking = sizes ?? lines.map((line) => Buffer.byteLength(line) + 1);
    if (!Number.isSafeInteger(from) || from < 0 || taking.length !== lines.length) {
      throw new TypeError("no stretch of lines");
    }
    await this.#lock();
    try {
      const before = takenIn(this.#file).filter((taken) => taken.journal === journal);
      const known = before.at(-1)?.to ?? 0;
      const runs = new Set(before.flatMap((taken) => taken.lines.map(runOf)));
      const kept: string[] = [];
      let [at, to, skipped] = [from, known, 0];
      for (const [i, line] of lines.entries()) {
        const size = taking[i] ?? 0;
        if (at === to) {
          const record = parseRecord(line);
          const isOfRun = typeof record !== "string" && record.type !== "journal";
          if (isOfRun && record.type === "run") runs.add(record.run);
          if (typeof record === "string" || (isOfRun && !runs.has(record.run))) skipped++;
          else kept.push(line);
          to += size;
        }
        at += size;
      }
      if (to === known) return known;
      // One write: it is there whole, or the last line of the file is none.
      appendFileSync(this.#file, `${JSON.stringify({ journal, to, lines: kept })}\n`);
      for (let i = 0; i < skipped; i++) this.#onSkipped();
      return to;
    } finally {
      rmdirSync(`${this.#file}.lock`);
    }
  }

  close(): void {}

  async #lock(): Promise<void> {
    for (;;) {
      try {
        mkdirSync(`${this.#file}.lock`);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
  }
}

/** All that a file has taken in. */
export function takenIn(file: string): readonly Taken[] {
  try {
    const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Taken);
  } catch {
    return [];
  }
}

function runOf(line: string): unknown {
  return (JSON.parse(line) as { readonly run?: unknown }).run;
}
