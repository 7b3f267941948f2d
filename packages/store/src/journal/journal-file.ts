import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";

/** An append-only file that only the user can read. */
export class JournalFile {
  readonly path: string;
  #fd: number;
  /** How many bytes were written. */
  size = 0;
  /** Why it did not take everything in the last call. */
  fault: unknown;
  /** Whether its last line is there only in part. */
  #isTorn = false;

  constructor(file: string) {
    this.path = file;
    this.#fd = create(file);
  }

  /**
   * Writes whole lines in one call, all of them where there is room. It takes back a line that was written in part.
   *
   * @returns how many lines were taken
   * @throws what the file system throws where it takes nothing
   */
  appendLines(text: string, lines: number): number {
    const written = this.#write(this.#isTorn ? `\n${text}` : text) - (this.#isTorn ? 1 : 0);
    const bytes = Buffer.byteLength(text);
    if (written >= bytes) {
      this.#isTorn = false;
      return lines;
    }
    const taken = Buffer.from(text).subarray(0, Math.max(written, 0));
    const whole = taken.lastIndexOf(10) + 1;
    this.#takeBack(taken.length - whole);
    let count = 0;
    for (let i = 0; i < whole; i++) if (taken[i] === 10) count++;
    return count;
  }

  /** Where fewer bytes are taken than given, it asks again to learn the reason. */
  #write(text: string): number {
    let written = writeSync(this.#fd, text);
    this.size += written;
    const bytes = Buffer.byteLength(text);
    if (written === bytes) return written;
    const all = Buffer.from(text);
    try {
      while (written < bytes) {
        const more = writeSync(this.#fd, all, written);
        this.size += more;
        written += more;
      }
    } catch (error) {
      this.fault = error;
    }
    return written;
  }

  #takeBack(bytes: number): void {
    if (bytes <= 0) return;
    try {
      ftruncateSync(this.#fd, fstatSync(this.#fd).size - bytes);
      this.size -= bytes;
      this.#isTorn = false;
    } catch {
      // The next line then begins on a new line, and folding skips the torn one.
      this.#isTorn = true;
    }
  }

  sync(): void {
    fsyncSync(this.#fd);
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** The file was begun and cannot be continued. */
  remove(): void {
    closeSync(this.#fd);
    rmSync(this.path, { force: true });
  }

  /** Whether the file is still found under its path. */
  exists(): boolean {
    const there = statSync(this.path, { throwIfNoEntry: false });
    return there !== undefined && there.ino === fstatSync(this.#fd).ino;
  }

  /** Restores a file that somebody has removed: its content lives on as long as it is open. */
  restore(): void {
    rmSync(this.path, { force: true });
    const fd = create(this.path);
    try {
      copy(this.#fd, fd);
    } catch (error) {
      closeSync(fd);
      rmSync(this.path, { force: true });
      throw error;
    }
    closeSync(this.#fd);
    this.#fd = fd;
  }
}

function copy(from: number, to: number): void {
  const buffer = Buffer.allocUnsafe(1 << 20);
  for (let at = 0; ; ) {
    const got = readSync(from, buffer, 0, buffer.length, at);
    if (got === 0) return;
    const taken = writeSync(to, buffer, 0, got);
    if (taken < got) throw new Error("the disk is full");
    at += got;
  }
}

function create(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const { O_RDWR, O_APPEND, O_CREAT, O_EXCL } = constants;
  return openSync(file, O_RDWR | O_APPEND | O_CREAT | O_EXCL, 0o600);
}
