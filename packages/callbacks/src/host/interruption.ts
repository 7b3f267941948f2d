import { util } from "@tensorflow/tfjs";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

type Signal = (typeof signals)[number];

interface Host {
  readonly process?: {
    readonly pid: number;
    // What a bundler puts in its place for a browser has none of these.
    on?(signal: Signal, listener: (signal: Signal) => void): void;
    off?(signal: Signal, listener: (signal: Signal) => void): void;
    listenerCount?(signal: Signal): number;
    kill?(pid: number, signal: Signal): void;
  };
  readonly setImmediate?: (turned: () => void) => void;
}

/**
 * Marks a listener that ends a training in order, for code that ends processes. It is a name, because a store shares no code
 * with the callbacks.
 */
const endsInOrder = Symbol.for("epochal.endsTrainingInOrder");

/** The longest time between two turns of the event loop, in milliseconds: no signal is heard without them. */
const deafMs = 100;

/** Hears Ctrl-C, SIGTERM and SIGHUP while a fit runs, so that the fit can end in order. Does nothing in a browser. */
export class Interruption {
  #isRequested = false;
  /** By a clock that nobody sets. */
  #heardAt = util.now();
  readonly #listener = Object.assign(
    (signal: Signal) => {
      if (this.#isRequested) this.#endProcess(signal);
      this.#isRequested = true;
    },
    { [endsInOrder]: true },
  );

  /** Whether somebody wants the training to end. */
  get isRequested(): boolean {
    return this.#isRequested;
  }

  begin(): void {
    for (const signal of signals) (globalThis as Host).process?.on?.(signal, this.#listener);
  }

  end(): void {
    for (const signal of signals) (globalThis as Host).process?.off?.(signal, this.#listener);
  }

  /** Lets the event loop turn, if it has not for a while: a loop that only waits for what is ready never does. */
  async listen(): Promise<void> {
    const { process, setImmediate } = globalThis as Host;
    if (process === undefined || setImmediate === undefined) return;
    if (util.now() - this.#heardAt < deafMs) return;
    await new Promise<void>((turned) => setImmediate(turned));
    this.#heardAt = util.now();
  }

  /** A second signal ends the program as it would have. */
  #endProcess(signal: Signal): void {
    this.end();
    const { process } = globalThis as Host;
    if (process?.listenerCount?.(signal) === 0) process.kill?.(process.pid, signal);
  }
}
