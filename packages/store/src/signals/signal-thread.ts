import { parentPort, workerData } from "node:worker_threads";
import { type EndingSignal, endingSignals, numberOf, signalOf } from "./ending-signals.ts";
import { interruptTraining } from "./interrupt-training.ts";
import { type LastWords, writeLastWords } from "./last-words.ts";
import { isHeardBy } from "./listener-bits.ts";
import type { SignalOrder, SignalThreadData } from "./signal-order.ts";
import { SignalWords } from "./signal-words.ts";

/** A libuv handle: it hears a signal on the event loop of the thread that has made it. */
interface SignalHandle {
  onsignal: (number: number) => void;
  start(number: number): number;
  close(): void;
}

/** How long the training thread has to take a signal by itself, in milliseconds. Then it is interrupted. */
const graceMs = 150;
/** After so long it cannot be interrupted, because it is in native code. */
const hopelessMs = 450;
/** How long it may take to record how its runs ended. */
const writingMs = 3_000;
const pollMs = 10;

/**
 * The listening thread's life. JavaScript hears a signal when the event loop of its thread turns; a training that computes
 * does not let it turn. This thread does nothing else.
 */
export function listenForSignals(): void {
  if (parentPort === null) throw new Error("listenForSignals: must run in a worker thread.");
  const port = parentPort;
  const thread = new SignalThread(workerData as SignalThreadData, (signal) =>
    port.postMessage(signal),
  );
  port.on("message", (order: SignalOrder) => thread.obey(order));
}

class SignalThread {
  readonly #name: string;
  readonly #words: SignalWords;
  readonly #tell: (signal: EndingSignal) => void;
  #handles: SignalHandle[] = [];
  #lastWords: readonly LastWords[] = [];
  #heardAt = 0;

  constructor({ name, words }: SignalThreadData, tell: (signal: EndingSignal) => void) {
    this.#name = name;
    this.#words = new SignalWords(words);
    this.#tell = tell;
  }

  obey({ listens, lastWords }: SignalOrder): void {
    this.#lastWords = lastWords;
    if (!listens) this.#close();
    else if (this.#handles.length === 0) this.#listen();
    this.#words.countDone();
  }

  #listen(): void {
    this.#heardAt = 0;
    this.#words.reset();
    try {
      for (const signal of endingSignals) this.#handles.push(this.#handle(numberOf(signal)));
      this.#words.hears = true;
    } catch {
      this.#close();
    }
  }

  #handle(number: number): SignalHandle {
    const handle = newSignalHandle();
    handle.onsignal = (heard) => this.#hear(signalOf(heard));
    const error = handle.start(number);
    if (error !== 0) throw new Error(`signal ${number} cannot be heard: ${error}`);
    return handle;
  }

  /** Without any handle a signal does what it does by default. */
  #close(): void {
    for (const handle of this.#handles) handle.close();
    this.#handles = [];
    this.#words.hears = false;
  }

  #hear(signal: EndingSignal | undefined): void {
    if (signal === undefined) return;
    const isFirst = this.#heardAt === 0;
    const { listeners } = this.#words;
    // A person who presses Ctrl-C again does not want to wait for the end of a training any more.
    this.#words.isOthers = isHeardBy(listeners, signal, isFirst ? "anybody" : "others");
    this.#heardAt = isFirst ? Date.now() : Date.now() - graceMs;
    if (!isFirst) return;
    this.#words.signal = signal;
    this.#tell(signal);
    void this.#wait(signal);
  }

  async #wait(signal: EndingSignal): Promise<void> {
    let interrupts = true;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, pollMs));
      if (this.#handles.length === 0) return;
      const { answer, isOthers, owner } = this.#words;
      if (answer === "leave") return this.#close();
      if (answer === "end") return this.#end(signal);
      if (isOthers) continue;
      const ms = Date.now() - this.#heardAt;
      if (ms > (owner === "training" ? writingMs : hopelessMs)) return this.#endWithout(signal);
      if (interrupts && ms > graceMs && owner === "nobody") {
        interrupts = false;
        interruptTraining(this.#name, signal, () => {
          interrupts = true;
        });
      }
    }
  }

  /** Ends the runs where the training thread has not said how they ended. */
  #endWithout(signal: EndingSignal): void {
    if (this.#words.take("listening")) {
      for (const words of this.#lastWords) {
        try {
          writeLastWords(words, signal);
        } catch {
          // Readers will find that the process is gone.
        }
      }
    }
    this.#end(signal);
  }

  #end(signal: EndingSignal): void {
    this.#close();
    process.kill(process.pid, signal);
    // The training thread is in native code, and a listener there would have ended it in order.
    setTimeout(() => process.kill(process.pid, "SIGKILL"), graceMs);
  }
}

/**
 * Node offers no signals to threads. Its own binding does, and this thread alone is started with leave to use it. Asked
 * of the process, because a bundler would look for a file behind `require()`.
 */
function newSignalHandle(): SignalHandle {
  const { internalBinding } = process.getBuiltinModule("internal/test/binding") as unknown as {
    internalBinding(name: "signal_wrap"): { readonly Signal: new () => SignalHandle };
  };
  return new (internalBinding("signal_wrap").Signal)();
}
