import { parentPort, workerData } from "node:worker_threads";
import { listParts } from "../journal/list-parts.ts";
import { SharedFlags } from "../journal/shared-flags.ts";
import type { LocalSink } from "../local-sink.ts";
import { Problems } from "../problems.ts";
import { SinkError } from "../sink-error.ts";
import { StoreError } from "../store-error.ts";
import type { FoldingMessage, FoldingRequest, FoldingThreadData } from "./folding-message.ts";
import { Ingest } from "./ingest.ts";

const shortestPauseMs = 100;
const longestPauseMs = 400;
const othersMs = 3_000;
/** How long others' journals may delay the store's own one, and how long a task waits for them. */
const othersShareMs = 300;
const othersWaitMs = 1_500;
/** How long at once the thread does what only saves readers work. */
const concludeMs = 20;
/** How long it pauses then, so that a program that trains has the processor, and one that only reads waits less. */
const recordingPauseMs = 20;
const readingPauseMs = 5;
/**
 * How long a store that closes waits for readers in other connections, before it leaves its journal to the next store that
 * opens.
 */
const closeWaitMs = 1_000;
/** How long a task waits for a database that cannot be written for another reason than a lock. */
const refusedMs = 2_000;

/** How long one statement waits for another connection. */
const busyTimeoutMs = 1_000;

/** Opens where a thread folds to. */
export type OpenSink = (
  data: Pick<FoldingThreadData, "database" | "journal" | "lease">,
  problems: Problems,
  busyTimeoutMs: number,
) => LocalSink;

/** The folding thread's life: folds its store's journal about ten times a second, until it is told to close. */
export function foldForever(openSink: OpenSink): void {
  if (parentPort === null) throw new Error("foldForever: must run in a worker thread.");
  const port = parentPort;
  const thread = new FoldingThread(
    workerData as FoldingThreadData,
    openSink,
    (message) => port.postMessage(message),
    () => port.close(),
  );
  port.on("message", (request: FoldingRequest) => thread.take(request));
  thread.turn();
}

class FoldingThread {
  readonly #data: FoldingThreadData;
  readonly #say: (message: FoldingMessage) => void;
  readonly #end: () => void;
  readonly #flags: SharedFlags;
  readonly #problems: Problems;
  readonly #ingest: Ingest;
  #requests: (FoldingRequest & { readonly since: number })[] = [];
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = shortestPauseMs;
  #beatAt = 0;
  #othersAt = 0;
  #failingSince = 0;
  #hadJournal = false;
  #isConcluded = false;
  readonly #handedOver = new Set<string>();

  constructor(
    data: FoldingThreadData,
    openSink: OpenSink,
    say: (message: FoldingMessage) => void,
    end: () => void,
  ) {
    this.#data = data;
    this.#say = say;
    this.#end = end;
    this.#flags = new SharedFlags(data.flags);
    this.#problems = new Problems(({ message }) =>
      say({ type: "problem", kind: message, message }),
    );
    this.#ingest = new Ingest({
      openSink: () => openSink(data, this.#problems, busyTimeoutMs),
      folder: data.folder,
      lease: data.lease,
      problems: this.#problems,
      goOn: () => !this.#flags.ending,
    });
  }

  take(request: FoldingRequest): void {
    this.#requests.push({ ...request, since: Date.now() });
    this.turn();
  }

  turn(): void {
    clearTimeout(this.#timer);
    if (this.#flags.ending) {
      this.#ingest.close();
      return;
    }
    try {
      if (this.#work() === "closed") {
        this.#end();
        return;
      }
      if (this.#failingSince > 0) this.#say({ type: "over", kind: "database" });
      this.#failingSince = 0;
    } catch (error) {
      this.#fail(error);
    }
    // The jitter keeps several processes from asking for the lock at the same times.
    this.#timer = setTimeout(() => this.turn(), this.#pauseMs * (0.75 + Math.random() / 2));
  }

  #work(): "closed" | "open" {
    const { journal } = this.#data;
    const now = Date.now();
    const isDue = now >= this.#beatAt;
    const requests = this.#requests;
    if (isDue || requests.length > 0) this.#lookForFiles();
    const closes = requests.some(({ want }) => want === "close");
    const bytes = this.#ingest.journals.foldOwn(journal, closes);
    let isDone = true;
    if (!closes && (now >= this.#othersAt || requests.length > 0)) {
      isDone = this.#ingest.journals.foldOthers(journal, othersShareMs);
      if (isDone) this.#othersAt = now + othersMs;
    }
    if (isDue) {
      this.#ingest.sink.beat();
      this.#beatAt = now + this.#data.lease.beatMs * (0.75 + Math.random() / 2);
    }
    if (!closes) this.#handOver();
    if (requests.some(({ want }) => want === "sync")) this.#ingest.sink.sync();
    this.#ingest.journals.tidy(closes ? closeWaitMs : undefined);
    if (closes) {
      this.#ingest.sink.concludeRuns(concludeMs);
      this.#ingest.close();
    }
    // The store's own journal is folded by now. What others have left may take long, and can be seen later.
    this.#requests = requests.filter(({ id, since }) => {
      if (!closes && !isDone && Date.now() - since < othersWaitMs) return true;
      this.#say({ type: "done", id });
      return false;
    });
    const isTimeToConclude = isDone && (isDue || bytes > 0 || !this.#isConcluded);
    if (!closes && isTimeToConclude) {
      this.#isConcluded = this.#ingest.sink.concludeRuns(concludeMs);
    }
    if (!isDone) this.#pauseMs = 1;
    else if (!this.#isConcluded) {
      this.#pauseMs = this.#hadJournal ? recordingPauseMs : readingPauseMs;
    } else if (bytes > 0) this.#pauseMs = shortestPauseMs;
    else this.#pauseMs = Math.min(Math.max(this.#pauseMs, shortestPauseMs) * 1.3, longestPauseMs);
    return closes ? "closed" : "open";
  }

  /** The requests to runs of this process, each once. */
  #handOver(): void {
    for (const request of this.#ingest.sink.requests()) {
      if (this.#handedOver.has(request.id)) continue;
      this.#handedOver.add(request.id);
      this.#data.requests.postMessage(request);
    }
  }

  /** A journal or a database that somebody has removed lives on while it is open, and is lost with the process. */
  #lookForFiles(): void {
    const isThere = listParts(this.#data.folder).some((it) => it.journal === this.#data.journal);
    if (this.#hadJournal && !isThere) this.#flags.journalGone = true;
    this.#hadJournal ||= isThere;
    this.#ingest.leaveIfLost();
  }

  /** A full disk may have room in a moment, or never: a task does not wait for it as long as for a lock. */
  #refuse(reason: string): void {
    this.#requests = this.#requests.filter(({ id, since }) => {
      if (Date.now() - since < refusedMs) return true;
      this.#say({ type: "failed", id, reason });
      return false;
    });
  }

  #fail(error: unknown): void {
    this.#pauseMs = shortestPauseMs;
    this.#failingSince ||= Date.now();
    const isLocked =
      (error instanceof SinkError && error.kind === "busy") ||
      (error instanceof StoreError && error.code === "store_busy");
    if (isLocked && Date.now() - this.#failingSince < this.#data.lease.lockedMs) return;
    if (!isLocked) this.#pauseMs = 1_000;
    const text = error instanceof Error ? error.message : String(error);
    const reason = text.endsWith(".") ? text : `${text}.`;
    if (!isLocked) this.#refuse(`${this.#data.name} cannot be written: ${reason}`);
    this.#say({
      type: "problem",
      kind: "database",
      message: `${this.#data.name} cannot be written: ${reason} Training goes on, and the store tries again.`,
      ...(error instanceof StoreError && !isLocked && { code: error.code }),
    });
  }
}
