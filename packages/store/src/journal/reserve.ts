import { randomUUID } from "node:crypto";
import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";

/** The room that the ends of some runs, their decisions, and a small transaction of the database need. */
const reservedBytes = 256 * 1024;
/** Less than a block helps nobody. */
const leastBytes = 4_096;

/**
 * Room on a disk that nobody else can take: a file with bytes and no name. It vanishes with the process, whatever ends it. On a
 * full disk, giving up some of it makes room for a few lines.
 */
export class Reserve {
  readonly #folder: string;
  #fd: number | undefined;
  #bytes = 0;
  #isImpossible = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether all of it is there, or none can be had here. */
  get isWhole(): boolean {
    return this.#isImpossible || this.#bytes === reservedBytes;
  }

  /** Fills it up. @returns whether all of it is there */
  refill(): boolean {
    if (this.isWhole) return true;
    try {
      this.#fd ??= create(this.#folder);
      while (this.#bytes < reservedBytes) {
        const missing = Buffer.alloc(reservedBytes - this.#bytes, "\n");
        const written = writeSync(this.#fd, missing, 0, missing.length, this.#bytes);
        if (written < missing.length) return this.#giveBack();
        this.#bytes += written;
      }
    } catch (error) {
      this.#isImpossible = !isFull(error);
      return this.#giveBack() || this.#isImpossible;
    }
    return true;
  }

  /** Gives up half of what there is. */
  release(): void {
    const half = Math.floor(this.#bytes / 2 / leastBytes) * leastBytes;
    this.#bytes = half < leastBytes ? 0 : half;
    this.#giveBack();
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
    this.#bytes = 0;
  }

  /** A part of the missing room would not help, and others may need it. */
  #giveBack(): false {
    if (this.#fd !== undefined) ftruncateSync(this.#fd, this.#bytes);
    return false;
  }
}

/** Whether an error says that there is no room. */
function isFull(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function create(folder: string): number {
  const file = path.join(folder, `.${randomUUID()}.reserve`);
  const fd = openSync(file, "wx", 0o600);
  rmSync(file);
  return fd;
}
