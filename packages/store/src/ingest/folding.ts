import path from "node:path";
import type { Worker } from "node:worker_threads";
import type { RunRequest } from "@epochal/record";
import { installedEntry } from "../installed-entry.ts";
import type { Journal } from "../journal/journal.ts";
import type { Lease } from "../lease/lease.ts";
import type { StoreLocation } from "../location/store-location.ts";
import type { Problems } from "../problems.ts";
import { HandedRequests } from "../recording/handed-requests.ts";
import { StoreError } from "../store-error.ts";
import type { FoldingMessage, FoldingRequest, FoldingThreadData } from "./folding-message.ts";
import type { OpenSink } from "./folding-thread.ts";
import { Ingest } from "./ingest.ts";

export interface FoldingArgs {
  readonly location: StoreLocation;
  /** How the database is called in messages. */
  readonly name: string;
  readonly journal: Journal;
  readonly problems: Problems;
  readonly lease: Lease;
  /** Opens where it is folded to, in this thread. */
  readonly openSink: OpenSink;
  /** Starts the thread that folds, from its own file or from another one. */
  readonly startThread: (data: FoldingThreadData, entry?: string) => Worker;
}

interface Waiting {
  readonly want: FoldingRequest["want"];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** How long a locked database may delay the end of a process. After that the next store that opens folds the journal. */
const exitMs = 1_500;

/** The training thread's side of the folding thread. Where no thread can run, it does the work here. */
export class Folding {
  readonly #args: FoldingArgs;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #asked = 0;
  readonly #requests: HandedRequests;
  /** Why there is no thread, until that is reported. */
  #loss: Error | undefined;
  #isInstalledEntry = false;
  #isStarted = false;

  constructor(args: FoldingArgs) {
    this.#args = args;
    const folder = path.dirname(args.location.journal);
    this.#requests = new HandedRequests(path.join(folder, "checkpoints"));
  }

  /** Starts the thread, once. A program that only reads a store in which all is folded runs without it, and saves the time. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#start(undefined);
  }

  #start(entry: string | undefined): void {
    const { location, journal, lease } = this.#args;
    const workerData: FoldingThreadData = {
      database: location.database,
      name: this.#args.name,
      folder: location.journal,
      journal: journal.id,
      lease,
      flags: journal.flags.memory,
      requests: this.#requests.open(),
    };
    try {
      const worker = this.#args.startThread(workerData, entry);
      worker.on("message", (message: FoldingMessage) => this.#hear(message));
      worker.on("error", (error) => this.#worker === worker && this.#lose(error));
      worker.on("exit", () => this.#worker === worker && this.#lose(undefined));
      worker.unref();
      this.#worker = worker;
    } catch (error) {
      this.#lose(error);
    }
  }

  /**
   * Gives the thread a task and waits for it, but not longer than `timeoutMs`.
   *
   * @throws StoreError `store_busy`, or why the database cannot be used
   */
  async request(want: FoldingRequest["want"], timeoutMs: number): Promise<void> {
    if (want === "close" && !this.#isStarted) return;
    this.start();
    const worker = this.#worker;
    if (worker === undefined) return this.#doHere(want, timeoutMs);
    const id = ++this.#asked;
    let timer: NodeJS.Timeout | undefined;
    // The thread keeps no process alive, but a task that is waited for does.
    worker.ref();
    try {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.set(id, { want, resolve, reject });
        timer = setTimeout(() => reject(this.#busy(timeoutMs)), timeoutMs);
        worker.postMessage({ id, want } satisfies FoldingRequest);
      });
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) worker.unref();
    }
  }

  /** The requests to a run, each once. */
  takeRequests(run: string): readonly RunRequest[] {
    return this.#requests.take(run);
  }

  /** Folds the store's own journal at once, in this thread: at the end of a process nothing can wait. */
  foldNow(closed: boolean): void {
    try {
      this.#fold("fold", exitMs, closed);
    } catch {
      // The next one to open the store folds it.
    }
  }

  /** Ends the thread, even if it is not done. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#requests.close();
    await worker?.terminate();
  }

  #hear(message: FoldingMessage): void {
    if (message.type === "done") {
      this.#waiting.get(message.id)?.resolve();
    } else if (message.type === "failed") {
      const reason = `${message.reason} ${this.#whereItIs}`;
      this.#waiting.get(message.id)?.reject(new StoreError("store_busy", reason));
    } else if (message.type === "over") {
      this.#args.problems.isOver(message.kind);
    } else {
      this.#args.problems.report(message.kind, message.message);
      if (message.code === undefined) return;
      const error = new StoreError(message.code, message.message);
      for (const { reject } of this.#waiting.values()) reject(error);
    }
  }

  #lose(error: unknown): void {
    this.#worker = undefined;
    if (isMissing(error) && !this.#isInstalledEntry && this.#startInstalled()) return;
    if (error !== undefined) {
      this.#loss = error instanceof Error ? error : new Error(String(error));
      this.#tellOfLoss();
    }
    for (const { want, resolve, reject } of this.#waiting.values()) {
      this.#doHere(want, exitMs).then(resolve, reject);
    }
  }

  #startInstalled(): boolean {
    const entry = installedEntry("local/thread-entry.js");
    if (entry === undefined) return false;
    this.#isInstalledEntry = true;
    this.#requests?.close();
    this.#start(entry);
    for (const [id, { want }] of this.#waiting)
      this.#worker?.postMessage({ id, want } satisfies FoldingRequest);
    if (this.#waiting.size > 0) this.#worker?.ref();
    return this.#worker !== undefined;
  }

  /** A program that only reads needs no thread. */
  #tellOfLoss(): void {
    const { journal, problems } = this.#args;
    if (this.#loss === undefined || !journal.isUsed) return;
    const hint = isMissing(this.#loss)
      ? ' Its file is not in the bundle of this program: keep "@epochal/store" out of it (in Next.js with serverExternalPackages).'
      : "";
    problems.report(
      "thread",
      `The folding thread has failed: ${this.#loss.message}${hint}`,
      this.#loss,
    );
    this.#loss = undefined;
  }

  async #doHere(want: FoldingRequest["want"], timeoutMs: number): Promise<void> {
    this.#tellOfLoss();
    this.#fold(want, Math.min(timeoutMs, exitMs), want === "close");
  }

  #fold(want: FoldingRequest["want"], ms: number, closed: boolean): void {
    const { location, journal, problems, lease, openSink } = this.#args;
    const deadline = Date.now() + ms;
    const data = { database: location.database, journal: journal.id, lease };
    const ingest = new Ingest({
      openSink: () => openSink(data, problems, ms),
      folder: location.journal,
      lease,
      problems,
      goOn: () => Date.now() < deadline,
    });
    try {
      ingest.journals.foldOwn(journal.id, closed);
      if (want === "sync") ingest.sink.sync();
      if (closed) ingest.journals.tidy(Math.max(0, deadline - Date.now()));
    } finally {
      ingest.close();
    }
  }

  #busy(timeoutMs: number): StoreError {
    return new StoreError(
      "store_busy",
      `${this.#args.name} could not be written for ${timeoutMs / 1000} s. ${this.#whereItIs}`,
    );
  }

  /** Tells where the logged lines are while the database cannot be written. */
  get #whereItIs(): string {
    const { journal, location } = this.#args;
    const said = journal.isWhole ? "What was logged is safe" : "Not all of what was logged is";
    return `${said} in the journal, ${location.journal}.`;
  }
}

/** Whether a thread could not start because a file of it is missing, or the bundle has no address of its own. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof Error && /^(?:Cannot find (?:module|package)|Invalid URL)/.test(error.message)
  );
}
