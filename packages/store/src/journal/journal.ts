import { randomUUID } from "node:crypto";
import type { JournalHeader } from "@epochal/callbacks";
import { thisProcess } from "../lease/this-process.ts";
import type { Problems } from "../problems.ts";
import { JournalFile } from "./journal-file.ts";
import { type LinesWritten, linesWritten } from "./lines-written.ts";
import { segmentPath } from "./segment.ts";
import { SharedFlags } from "./shared-flags.ts";

export interface JournalArgs {
  readonly folder: string;
  readonly problems: Problems;
  /** After so many bytes the journal goes on in a new file. @default 16 MiB */
  readonly segmentBytes?: number;
  /** How many bytes are kept in memory while they cannot be written. @default 32 MiB */
  readonly memoryBytes?: number;
}

const retryMs = 250;

/**
 * The journal of this process: every record is one line, appended in one `write(2)`.
 *
 * When `append` has returned, the line survives the end of the process, whatever ends it. It never throws: lines that cannot
 * be written are kept in memory, tried again, and reported once.
 */
export class Journal {
  readonly id = randomUUID();
  readonly flags = new SharedFlags();
  /** How many lines this process has written, this journal's and others' in its folder. */
  readonly written: LinesWritten;
  /** Whether it has taken any line. */
  isUsed = false;
  /** How many values records were given up, because memory was full as well. */
  dropped = 0;
  readonly folder: string;
  /** Whether it is in the middle of a line: whoever interrupts it must not append one. */
  isBusy = false;
  readonly #problems: Problems;
  readonly #segmentBytes: number;
  readonly #memoryBytes: number;
  #file: JournalFile | undefined;
  #segment = 0;
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #retryAt = 0;
  #droppedTold = 0;

  constructor({ folder, problems, segmentBytes = 1 << 24, memoryBytes = 1 << 25 }: JournalArgs) {
    this.written = linesWritten(folder);
    this.folder = folder;
    this.#problems = problems;
    this.#segmentBytes = segmentBytes;
    this.#memoryBytes = memoryBytes;
  }

  /** @param isDispensable whether it may be given up when neither disk nor memory takes it */
  append(line: string, isDispensable: boolean): void {
    this.isBusy = true;
    this.#append(line, isDispensable);
    this.isBusy = false;
  }

  #append(line: string, isDispensable: boolean): void {
    this.written.count++;
    this.isUsed = true;
    if (this.#keptBytes > 0) {
      this.#keep(Buffer.from(line), isDispensable);
      this.#retry(Date.now());
      return;
    }
    let written = 0;
    try {
      const file = this.#open();
      // A new file whose first line was not taken whole takes no second one before that.
      if (this.#keptBytes === 0) written = file.appendLine(line);
      if (written === Buffer.byteLength(line)) return;
      this.#problems.report("journal", this.#cannot("the disk is full"));
    } catch (error) {
      this.#problems.report("journal", this.#cannot((error as Error).message), error);
    }
    this.#keep(Buffer.from(line).subarray(written), isDispensable && written === 0);
    this.#retryAt = Date.now() + retryMs;
  }

  /** Writes what waits in memory, if that can be done now, and makes all of it survive the end of power, too. */
  sync(): void {
    this.#retry(Number.POSITIVE_INFINITY);
    if (this.#file === undefined) return;
    try {
      if (!this.#file.exists()) this.#file.restore();
      this.#file.sync();
    } catch (error) {
      this.#problems.report("journal", this.#cannot((error as Error).message), error);
    }
  }

  close(): void {
    this.sync();
    try {
      this.#file?.close();
    } catch {
      // There is nothing left to write.
    }
    this.#file = undefined;
    this.#segment++;
  }

  /** The file to write to: a new one at the start and after 16 MiB, the old one anew where somebody has removed it. */
  #open(): JournalFile {
    if (this.#file !== undefined && this.flags.journalGone) {
      this.#file.restore();
      this.flags.journalGone = false;
    }
    if (this.#file !== undefined && this.#file.size < this.#segmentBytes) return this.#file;
    const header: JournalHeader = {
      type: "journal",
      version: 1,
      at: Date.now(),
      writer: thisProcess(),
    };
    const next = this.#file === undefined ? this.#segment : this.#segment + 1;
    const file = new JournalFile(segmentPath(this.folder, this.id, next));
    const bytes = Buffer.from(`${JSON.stringify(header)}\n`);
    const written = file.append(bytes);
    this.#file?.close();
    this.#file = file;
    this.#segment = next;
    if (written < bytes.length) this.#keep(bytes.subarray(written), false);
    return file;
  }

  #keep(bytes: Buffer, isDispensable: boolean): void {
    if (isDispensable && this.#keptBytes + bytes.length > this.#memoryBytes) {
      this.dropped++;
      this.#problems.report("dropped", "Values are lost: neither disk nor memory takes more.");
      return;
    }
    this.#kept.push(bytes);
    this.#keptBytes += bytes.length;
  }

  #retry(now: number): void {
    if (this.#keptBytes === 0 || now < this.#retryAt) return;
    try {
      const file = this.#open();
      for (;;) {
        const [next] = this.#kept;
        if (next === undefined) break;
        const written = file.append(next);
        this.#keptBytes -= written;
        if (written < next.length) {
          this.#kept[0] = next.subarray(written);
          break;
        }
        this.#kept.shift();
      }
    } catch {
      // Reported when it began.
    }
    this.#retryAt = Date.now() + retryMs;
    if (this.#keptBytes > 0) return;
    this.#problems.isOver("journal");
    this.#problems.isOver("dropped");
    if (this.dropped > this.#droppedTold) {
      const steps = this.dropped - this.#droppedTold;
      this.#droppedTold = this.dropped;
      this.#problems.report(
        `dropped ${this.dropped}`,
        `The journal can be written again. The values of ${steps} steps are lost.`,
      );
    }
  }

  #cannot(reason: string): string {
    return `The journal in ${this.folder} cannot be written: ${reason}. Training goes on; what is logged waits in memory.`;
  }
}
