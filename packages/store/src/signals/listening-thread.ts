import { Worker } from "node:worker_threads";
import { installedEntry } from "../installed-entry.ts";
import type { EndingSignal } from "./ending-signals.ts";
import type { LastWords } from "./last-words.ts";
import type { SignalOrder, SignalThreadData } from "./signal-order.ts";
import { SignalWords } from "./signal-words.ts";

declare const __webpack_require__: unknown;
/** In a bundle of webpack a module still believes that it stands where it stood. */
const isWebpack = typeof __webpack_require__ === "function";

/** How long training waits for the thread, which starts to listen in a few hundredths of a second. */
const startMs = 3_000;

/** The training thread's side of the listening thread. */
export class ListeningThread {
  readonly words = new SignalWords();
  /** The name in the global object of the function that takes a signal. */
  readonly name = `epochal.takeSignal.${Math.random()}`;
  readonly #worker: Worker;
  #orders = 0;
  #isLost = false;

  /** @throws where this program may start no thread, or none that may hear signals */
  constructor(onSignal: (signal: EndingSignal) => void) {
    const workerData: SignalThreadData = { words: this.words.memory, name: this.name };
    const options = { workerData, execArgv: ["--expose-internals", "--no-warnings"] };
    // It blocks while it waits, so a file that the bundle lacks must be noticed before.
    const entry = isBundled() ? installedEntry("signals/thread-entry.js") : undefined;
    this.#worker =
      entry === undefined
        ? new Worker(new URL("./thread-entry.js", import.meta.url), options)
        : new Worker(entry, options);
    this.#worker.on("message", onSignal);
    this.#worker.on("error", () => {
      this.#isLost = true;
    });
    this.#worker.unref();
  }

  /** @returns whether the thread hears signals now */
  listen(lastWords: readonly LastWords[]): boolean {
    if (this.#isLost) return false;
    this.#order({ listens: true, lastWords });
    if (this.words.waitForDone(this.#orders, startMs)) return this.words.hears;
    // It has not started. If it starts later, it must not listen.
    this.#isLost = true;
    this.#order({ listens: false, lastWords: [] });
    return false;
  }

  /** Tells the thread that it ends other runs from now on. */
  change(lastWords: readonly LastWords[]): void {
    this.#order({ listens: true, lastWords });
  }

  /** When this returns, signals do what they do by default. */
  leave(): void {
    this.#order({ listens: false, lastWords: [] });
    this.words.waitForDone(this.#orders, startMs);
  }

  /** Waits for the signal that ends the process. */
  standStill(): true {
    this.words.waitForDone(Number.POSITIVE_INFINITY, startMs);
    return true;
  }

  #order(order: SignalOrder): void {
    this.#orders++;
    this.#worker.postMessage(order);
  }
}

function isBundled(): boolean {
  const here = import.meta.url as string | undefined;
  return here === undefined || !/\/listening-thread\.[jt]s$/.test(here) || isWebpack;
}
