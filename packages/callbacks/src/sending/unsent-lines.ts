import { bytesOf } from "@epochal/record";
import { fillGap } from "../outbox/fill-gap.ts";
import { joinChunks } from "../outbox/join-chunks.ts";
import type { KeptChunk, Outbox } from "../outbox/outbox.ts";
import { readKept } from "../outbox/read-kept.ts";
import type { Problems } from "./problems.ts";
import { cancel, later } from "./timers.ts";

export interface UnsentLinesArgs {
  readonly journal: string;
  readonly outbox: Outbox;
  readonly problems: Problems;
  /** Called when there is something new to send. */
  readonly onSaved: () => void;
  /** How many characters wait in memory at most where they cannot be kept. @default 2^25 */
  readonly memoryChars?: number;
}

interface Chunk extends KeptChunk {
  isKept: boolean;
}

/** A killed page loses at most what was logged in so many milliseconds. */
const saveMs = 250;
const retryMs = 2_000;
/** So much is given to the outbox at once, and so much of what it has stays in memory, too, to be sent from there. */
const chunkChars = 2 ** 18;
const windowChars = 2 ** 20;

/**
 * The lines of one journal that a dashboard does not have yet. They go to the outbox a quarter of a second after they were logged; in
 * memory stay the newest, and what the outbox does not take.
 */
export class UnsentLines {
  readonly #args: UnsentLinesArgs;
  readonly #memoryChars: number;
  #buffer: string[] = [];
  #bufferChars = 0;
  #savedAt = 0;
  #timer: unknown;
  #window: Chunk[] = [];
  #windowChars = 0;
  /** Of the window, what the outbox does not have. */
  #loneChars = 0;
  #failedAt = 0;
  #end = 0;
  #isStopped = false;
  #dropped = 0;

  constructor(args: UnsentLinesArgs) {
    this.#args = args;
    this.#memoryChars = args.memoryChars ?? 2 ** 25;
  }

  /** Up to which byte the journal goes, apart from what was logged in the last quarter of a second. */
  get end(): number {
    return this.#end;
  }

  /** How many steps are lost because neither outbox nor memory had room. */
  get dropped(): number {
    return this.#dropped;
  }

  append(line: string, isStep: boolean): void {
    if (this.#isStopped) return;
    const most = isStep ? this.#memoryChars : 2 * this.#memoryChars;
    if (this.#loneChars + this.#bufferChars + line.length > most) {
      this.#dropped++;
      this.#args.problems.report(
        "dropped",
        "Values are lost: they can be neither sent nor kept, and memory is full.",
      );
      return;
    }
    this.#buffer.push(line);
    this.#bufferChars += line.length;
    const waited = Date.now() - this.#savedAt;
    // Asked here, too: while a model computes, no timer comes.
    const isDue = waited >= saveMs || waited < 0 || this.#bufferChars >= chunkChars;
    if (this.#args.outbox.isImmediate || isDue) this.save();
    else this.#timer ??= later(() => this.save(), saveMs - waited);
  }

  /** Gives the outbox what was logged, without waiting for it. */
  save(): void {
    cancel(this.#timer);
    this.#timer = undefined;
    this.#savedAt = Date.now();
    if (this.#buffer.length === 0) return;
    const text = this.#buffer.length === 1 ? (this.#buffer[0] ?? "") : this.#buffer.join("");
    this.#buffer = [];
    this.#bufferChars = 0;
    const chunk = { from: this.#end, text, bytes: bytesOf(text), isKept: false };
    this.#end += chunk.bytes;
    this.#windowChars += text.length;
    this.#loneChars += text.length;
    this.#window.push(chunk);
    if (this.#failedAt > 0 && Math.abs(this.#savedAt - this.#failedAt) > retryMs) {
      this.#failedAt = 0;
      for (const each of this.#window) if (!each.isKept) this.#keep(each);
    } else if (this.#failedAt === 0) this.#keep(chunk);
    this.#args.onSaved();
  }

  /** The lines from a byte on, about half a megabyte of them; undefined where there are none. */
  async next(from: number): Promise<KeptChunk | undefined> {
    const first = this.#window[0];
    if (first !== undefined && from >= first.from) return joinChunks(this.#window, from);
    if (from >= this.#end) return undefined;
    const { journal, outbox } = this.#args;
    const kept = await readKept(outbox, journal, from).catch(() => undefined);
    return kept ?? fillGap(from, this.#window[0]);
  }

  /** The lines from a byte on that are in memory, as many of them as have `most` characters. */
  inMemory(from: number, most: number): KeptChunk | undefined {
    const first = this.#window[0];
    const all =
      first !== undefined && from >= first.from ? joinChunks(this.#window, from) : undefined;
    if (all === undefined || all.text.length <= most) return all;
    const text = all.text.slice(0, all.text.lastIndexOf("\n", most - 1) + 1);
    return { from, text, bytes: bytesOf(text) };
  }

  /** Forgets all that is in memory, and takes nothing more. */
  stop(): void {
    this.#isStopped = true;
    cancel(this.#timer);
    this.#buffer = [];
    this.#window = [];
    this.#windowChars = 0;
    this.#loneChars = 0;
  }

  /** Forgets what is sent. @param before a byte at which lines begin that were saved together */
  forget(before: number): void {
    let count = 0;
    for (const chunk of this.#window) {
      if (chunk.from + chunk.bytes > before) break;
      this.#leave(chunk);
      count++;
    }
    if (count > 0) this.#window = this.#window.slice(count);
    this.#args.outbox.forget(this.#args.journal, before).catch(() => {
      // It is removed with the rest.
    });
  }

  #keep(chunk: Chunk): void {
    const kept = () => {
      if (chunk.isKept) return;
      chunk.isKept = true;
      this.#loneChars -= chunk.text.length;
      this.#shrink();
      this.#args.problems.isOver("outbox");
    };
    const asked = this.#args.outbox.keep(this.#args.journal, chunk);
    if (asked === undefined) kept();
    asked?.then(kept, (error: unknown) => {
      this.#failedAt = Date.now();
      const why = error instanceof Error ? error.message : String(error);
      this.#args.problems.report(
        "outbox",
        `What is logged cannot be kept here: ${why}. Until it is sent it is in memory only, and is lost with the program.`,
      );
    });
  }

  /** What the outbox has need not all stay in memory; of a file nothing, which is read as quickly. */
  #shrink(): void {
    const { isImmediate } = this.#args.outbox;
    const most = isImmediate ? 0 : windowChars;
    let count = 0;
    while (this.#windowChars > most && count < this.#window.length) {
      const chunk = this.#window[count];
      if (chunk === undefined || !chunk.isKept) break;
      this.#leave(chunk);
      count++;
    }
    if (count > 0) this.#window = this.#window.slice(count);
  }

  #leave(chunk: Chunk): void {
    this.#windowChars -= chunk.text.length;
    if (!chunk.isKept) this.#loneChars -= chunk.text.length;
    // Whatever the outbox says later, it is not counted twice.
    chunk.isKept = true;
  }
}
