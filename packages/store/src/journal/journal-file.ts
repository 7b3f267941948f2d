import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
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

  constructor(file: string) {
    this.path = file;
    this.#fd = create(file);
  }

  /** @returns how many bytes were taken: fewer than given where the disk is full */
  append(bytes: Buffer): number {
    const written = writeSync(this.#fd, bytes);
    this.size += written;
    return written;
  }

  /** Writes a line in one call, without a buffer. @returns as `append` */
  appendLine(line: string): number {
    const written = writeSync(this.#fd, line);
    this.size += written;
    return written;
  }

  sync(): void {
    fsyncSync(this.#fd);
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Whether what is written can still be found under the path. */
  exists(): boolean {
    const there = statSync(this.path, { throwIfNoEntry: false });
    return there !== undefined && there.ino === fstatSync(this.#fd).ino;
  }

  /** Puts the file back where somebody has removed it: what it held lives on as long as it is open. */
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
