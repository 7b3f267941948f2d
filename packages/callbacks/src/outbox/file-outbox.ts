import { parseRecord } from "@epochal/record";
import { nodeModule } from "../host/node-module.ts";
import type { NodeSyncFiles } from "../host/node-sync-files.ts";
import { type KeptChunk, type Outbox, readChars } from "./outbox.ts";

interface Host {
  readonly process: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly pid: number;
    cwd(): string;
    kill(pid: number, signal: 0): unknown;
  };
}

/** Keeps lines in files of Node, one a journal, in a folder for each address: of `EPOCHAL_OUTBOX`, else of `.epochal/outbox`. */
export class FileOutbox implements Outbox {
  readonly isImmediate: boolean = true;
  readonly #files: NodeSyncFiles;
  readonly #folder: string;
  readonly #open = new Map<string, number>();
  /** Why a journal takes no more. */
  readonly #full = new Map<string, unknown>();

  /**
   * @param url the address that its lines are for
   * @throws Error where this is no Node, or the folder cannot be made
   */
  constructor(url: string) {
    const [files, paths] = [nodeModule("node:fs"), nodeModule("node:path")];
    if (files === undefined || paths === undefined) throw new Error("this is no Node.js");
    const { process } = globalThis as object as Host;
    this.#files = files;
    const folder = process.env.EPOCHAL_OUTBOX || paths.join(process.cwd(), ".epochal", "outbox");
    this.#folder = paths.join(folder, folderName(url));
    files.mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const target = paths.join(this.#folder, "target.json");
    files.writeFileSync(target, `${JSON.stringify({ url })}\n`, { mode: 0o600 });
  }

  /** A journal whose process is gone is whoever's asks. */
  async claim(journal: string): Promise<(() => void) | undefined> {
    return this.#isWritten(journal) ? undefined : () => {};
  }

  /** A file has no gaps: what comes behind lines that it did not take is not taken either. */
  keep(journal: string, { text, bytes }: KeptChunk): Promise<void> | undefined {
    const why = this.#full.get(journal);
    if (why !== undefined) return Promise.reject(why);
    try {
      const written = this.#files.writeSync(this.#descriptor(journal), text);
      if (written < bytes) throw new Error("the disk is full");
      return undefined;
    } catch (error) {
      this.#full.set(journal, error);
      return Promise.reject(error);
    }
  }

  async read(journal: string, from: number): Promise<KeptChunk | undefined> {
    const fd = this.#descriptor(journal);
    for (let size = readChars; ; size *= 4) {
      const buffer = new Uint8Array(size);
      const got = this.#files.readSync(fd, buffer, 0, size, from);
      const end = got === 0 ? 0 : buffer.lastIndexOf(10, got - 1) + 1;
      if (end > 0) {
        const text = new (globalThis as object as TextHost).TextDecoder().decode(
          buffer.subarray(0, end),
        );
        return { from, text, bytes: end };
      }
      if (got < size) return undefined;
    }
  }

  async first(_: string, from: number): Promise<number | undefined> {
    return from === 0 ? 0 : undefined;
  }

  /** A file cannot lose its beginning: it goes as a whole. */
  async forget(): Promise<void> {}

  async remove(journal: string): Promise<void> {
    const fd = this.#open.get(journal);
    this.#open.delete(journal);
    if (fd !== undefined) this.#files.closeSync(fd);
    this.#files.rmSync(this.#path(journal), { force: true });
  }

  checkpointsOf(run: string): string {
    return `${this.#folder}/checkpoints/${run}`;
  }

  async list(): Promise<readonly string[]> {
    return this.#files
      .readdirSync(this.#folder)
      .flatMap((name) => /^([\w-]+)\.000000\.jsonl$/.exec(name)?.[1] ?? []);
  }

  #path(journal: string): string {
    return `${this.#folder}/${journal}.000000.jsonl`;
  }

  #descriptor(journal: string): number {
    const known = this.#open.get(journal);
    if (known !== undefined) return known;
    const fd = this.#files.openSync(this.#path(journal), "a+", 0o600);
    this.#open.set(journal, fd);
    return fd;
  }

  /** Whether the process that its first line names lives. */
  #isWritten(journal: string): boolean {
    try {
      const [line = ""] = this.#files.readFileSync(this.#path(journal), "utf8").split("\n", 1);
      const header = parseRecord(line);
      if (typeof header === "string" || header.type !== "journal") return false;
      const { pid } = header.writer;
      const { process } = globalThis as object as Host;
      if (pid === undefined || pid === process.pid) return pid === process.pid;
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // A process of another user.
      return (error as { readonly code?: unknown }).code === "EPERM";
    }
  }
}

interface TextHost {
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
}

/** The name of the folder for an address. */
function folderName(url: string): string {
  return url
    .replace(/^https?:\/\//, "")
    .replace(/[^\w.-]+/g, "_")
    .slice(0, 100);
}
