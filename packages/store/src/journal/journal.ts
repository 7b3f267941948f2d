import { randomUUID } from "node:crypto";
import type { JournalHeader } from "@epochal/record";
import { thisProcess } from "../lease/this-process.ts";
import type { Problems } from "../problems.ts";
import { CountedLines, type Missing } from "./counted-lines.ts";
import { JournalFile } from "./journal-file.ts";
import { partPath } from "./journal-part.ts";
import { Reserve } from "./reserve.ts";
import { SharedFlags } from "./shared-flags.ts";
import { type WaitingLine, WaitingLines } from "./waiting-lines.ts";

export interface JournalArgs {
  readonly folder: string;
  readonly problems: Problems;
  /** After so many bytes the journal goes on in a new file. @default 16 MiB */
  readonly partBytes?: number;
  /** How many bytes are kept in memory while they cannot be written; twice as many of what is no step. @default 32 MiB */
  readonly memoryBytes?: number;
}

const retryMs = 250;
/** How much waiting text is written in one call, and how much while one line is appended. */
const chunkBytes = 1 << 16;
const callBytes = 1 << 20;
/** How much of a run's decisions is written with its end where the disk is full. */
const wordsBytes = 1 << 15;
/** Below this size a new file would not help. */
const leastPart = 1 << 12;

/** How many lines the journals of this process have taken. */
interface LinesWritten {
  count: number;
}

const byFolder = new Map<string, LinesWritten>();

/**
 * The journal of this process: every record is one line, appended in one `write(2)`.
 *
 * When `append` has returned, the line survives the end of the process, whatever ends it. It never throws: lines that cannot
 * be written are kept in memory, tried again, and reported once. How many steps of which run are not on disk can be asked.
 */
export class Journal {
  readonly id = randomUUID();
  readonly flags = new SharedFlags();
  /** How many lines this process has written, to this journal and others in its folder. */
  readonly written: LinesWritten;
  /** Whether it has taken any line. */
  isUsed = false;
  /** How many records of values were dropped because memory was full as well. */
  dropped = 0;
  readonly folder: string;
  /** Whether it is writing a line: code that interrupts it must not append one. */
  isBusy = false;
  /** Why lines do not reach the disk; undefined where they do. */
  fault: string | undefined;
  readonly #problems: Problems;
  readonly #memoryBytes: number;
  readonly #waiting = new WaitingLines();
  readonly #reserve: Reserve;
  /** The lines that were dropped. */
  readonly #dropped = new CountedLines();
  /** The lines in the newest file. */
  readonly #inFile = new CountedLines();
  /** Whether the newest file is still found under its path. */
  #isLost = false;
  #partBytes: number;
  #file: JournalFile | undefined;
  #part = 0;
  #retryAt = 0;
  #droppedTold = 0;

  constructor({ folder, problems, partBytes = 1 << 24, memoryBytes = 1 << 25 }: JournalArgs) {
    this.written = linesWritten(folder);
    this.folder = folder;
    this.#problems = problems;
    this.#partBytes = partBytes;
    this.#memoryBytes = memoryBytes;
    this.#reserve = new Reserve(folder);
  }

  /** Whether every line it has taken is on disk. */
  get isWhole(): boolean {
    return this.#waiting.size === 0 && this.dropped === 0 && !this.#isLost;
  }

  /** Which lines of a run are not on disk, or in no file that can be found. */
  missingOf(run: string): Missing {
    const parts = [this.#waiting.counts, this.#dropped, ...(this.#isLost ? [this.#inFile] : [])];
    const counts = parts.map((lines) => lines.of(run));
    const sum = (of: keyof Missing) => counts.reduce((all, each) => all + each[of], 0);
    return { steps: sum("steps"), words: sum("words") };
  }

  /**
   * @param isDispensable whether it may be dropped when neither disk nor memory has room: a step
   * @param run the run that it is of
   */
  append(line: string, isDispensable: boolean, run = ""): void {
    this.isBusy = true;
    this.#append({ text: line, run, isStep: isDispensable });
    this.isBusy = false;
  }

  /** Appends a line that says how a run has ended. The journal keeps room for it on a full disk. */
  appendEnd(line: string, run: string): void {
    this.isBusy = true;
    this.#count();
    this.#retry(Number.POSITIVE_INFINITY, callBytes);
    const end = { text: line, run, isStep: false };
    if (this.#waiting.size > 0 || !this.#write(end)) {
      this.#reserve.release();
      const isWritten = this.#write(end);
      if (!isWritten) this.#waiting.push(end);
      for (const words of isWritten ? this.#waiting.takeWords(wordsBytes) : []) {
        if (!this.#write(words)) this.#waiting.push(words);
      }
    }
    this.isBusy = false;
  }

  /** Writes the waiting lines, if that can be done now, and makes all lines survive a loss of power. */
  sync(): void {
    this.#retry(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    if (this.#file === undefined) return;
    try {
      if (!this.#file.exists()) this.#file.restore();
      this.#file.sync();
      this.#isLost = false;
    } catch (error) {
      this.#isLost = true;
      this.#cannot(error);
    }
  }

  close(): void {
    this.sync();
    try {
      this.#file?.close();
      this.#reserve.close();
    } catch {
      // There is nothing left to write.
    }
    this.#file = undefined;
    this.#part++;
  }

  #append(line: WaitingLine): void {
    this.#count();
    if (this.#waiting.size > 0) {
      this.#keep(line);
      this.#retry(Date.now(), callBytes);
    } else if (!this.#write(line)) {
      this.#keep(line);
      this.#retryAt = Date.now() + retryMs;
    }
  }

  #count(): void {
    this.written.count++;
    this.isUsed = true;
  }

  /** @returns whether all of it was taken; where not, nothing of it was */
  #write(line: WaitingLine): boolean {
    try {
      const file = this.#open();
      if (file.appendLines(line.text, 1) < 1) throw file.fault;
      this.#inFile.add(line.run, line.isStep);
      return true;
    } catch (error) {
      if (this.#mayGoOn(error)) return this.#write(line);
      this.#cannot(error);
      return false;
    }
  }

  /** The file to write to: a new one at the start and after 16 MiB; the old one restored where somebody has removed it. */
  #open(): JournalFile {
    if (this.#file !== undefined && this.flags.journalGone) {
      this.#file.restore();
      this.flags.journalGone = false;
    }
    if (this.#file !== undefined && this.#file.size < this.#partBytes) return this.#file;
    const header: JournalHeader = {
      type: "journal",
      version: 1,
      at: Date.now(),
      writer: thisProcess(),
    };
    const next = this.#file === undefined ? this.#part : this.#part + 1;
    const file = new JournalFile(partPath(this.folder, this.id, next));
    try {
      if (file.appendLines(`${JSON.stringify(header)}\n`, 1) < 1) throw file.fault;
    } catch (error) {
      file.remove();
      throw error;
    }
    this.#file?.close();
    this.#file = file;
    this.#part = next;
    this.#inFile.clear();
    this.#reserve.refill();
    return file;
  }

  #keep(line: WaitingLine): void {
    const most = line.isStep ? this.#memoryBytes : 2 * this.#memoryBytes;
    if (this.#waiting.bytes + line.text.length <= most) {
      this.#waiting.push(line);
      return;
    }
    this.dropped++;
    this.#dropped.add(line.run, line.isStep);
    this.#problems.report("dropped", "Values are lost: neither disk nor memory has room.");
  }

  /** @param most about how many bytes to write now, so that logging a step does not wait for all of them */
  #retry(now: number, most: number): void {
    if (this.#waiting.size === 0 || now < this.#retryAt) return;
    this.#retryAt = this.#drain(most) ? 0 : Date.now() + retryMs;
    if (this.#waiting.size > 0) return;
    this.fault = undefined;
    this.#problems.isOver("journal");
    this.#problems.isOver("dropped");
    if (this.dropped === this.#droppedTold) return;
    const steps = this.dropped - this.#droppedTold;
    this.#droppedTold = this.dropped;
    this.#problems.report(
      `dropped ${this.dropped}`,
      `The journal can be written again. The values of ${steps} steps are lost.`,
    );
  }

  /** @returns whether the disk has taken them */
  #drain(most: number): boolean {
    try {
      for (let written = 0; this.#waiting.size > 0 && written < most; ) {
        const file = this.#open();
        // The room kept for the ends of runs is not for their steps.
        if (!this.#reserve.refill()) return false;
        const { text, count } = this.#waiting.next(chunkBytes);
        const taken = file.appendLines(text, count);
        for (const { run, isStep } of this.#waiting.shift(taken)) this.#inFile.add(run, isStep);
        if (taken < count && !this.#mayGoOn(file.fault)) throw file.fault;
        written += text.length;
      }
      return true;
    } catch (error) {
      this.#cannot(error);
      return false;
    }
  }

  /** Leaves a file that must not grow, and begins a new one. @returns whether that may help */
  #mayGoOn(error: unknown): boolean {
    const size = this.#file?.size ?? 0;
    if ((error as NodeJS.ErrnoException).code !== "EFBIG" || size < leastPart) return false;
    this.#partBytes = Math.min(this.#partBytes, size);
    return true;
  }

  /** Reports a problem once. */
  #cannot(error: unknown): void {
    this.fault = (error as Error).message;
    this.#problems.report(
      "journal",
      `The journal in ${this.folder} cannot be written: ${this.fault}. Training goes on; new lines wait in memory.`,
      error,
    );
  }
}

/** The count that all journals in a folder share, so that one store of a process knows that another has something new. */
function linesWritten(folder: string): LinesWritten {
  const known = byFolder.get(folder);
  if (known !== undefined) return known;
  const lines = { count: 0 };
  byFolder.set(folder, lines);
  return lines;
}
