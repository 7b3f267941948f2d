import { type EndingSignal, numberOf, signalOf } from "./ending-signals.ts";

/** Who has a signal: nobody yet, the training thread, or the listening thread, which ends the process. */
export type SignalOwner = "nobody" | "training" | "listening";

const owners: readonly SignalOwner[] = ["nobody", "training", "listening"];

/** Words of memory that the training thread and the listening thread share: neither has to wait for the other's event loop. */
export class SignalWords {
  readonly memory: SharedArrayBuffer;
  readonly #words: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(28)) {
    this.memory = memory;
    this.#words = new Int32Array(memory);
  }

  /** How many orders the listening thread has carried out. */
  get done(): number {
    return Atomics.load(this.#words, 0);
  }

  countDone(): void {
    Atomics.add(this.#words, 0, 1);
    Atomics.notify(this.#words, 0);
  }

  /** Blocks until that many orders are carried out, but not longer than `ms`. @returns whether they are */
  waitForDone(count: number, ms: number): boolean {
    const until = Date.now() + ms;
    for (let done = this.done; done < count; done = this.done) {
      const left = until - Date.now();
      if (left <= 0) return false;
      Atomics.wait(this.#words, 0, done, left);
    }
    return true;
  }

  /** Whether the listening thread hears signals. */
  get hears(): boolean {
    return Atomics.load(this.#words, 1) === 1;
  }

  set hears(hears: boolean) {
    Atomics.store(this.#words, 1, hears ? 1 : 0);
  }

  /** The signal that was heard. */
  get signal(): EndingSignal | undefined {
    return signalOf(Atomics.load(this.#words, 2));
  }

  set signal(signal: EndingSignal) {
    Atomics.store(this.#words, 2, numberOf(signal));
  }

  /** Whether somebody else listened when it came, who then decides whether the process ends. */
  get isOthers(): boolean {
    return Atomics.load(this.#words, 3) === 1;
  }

  set isOthers(isOthers: boolean) {
    Atomics.store(this.#words, 3, isOthers ? 1 : 0);
  }

  get owner(): SignalOwner {
    return owners[Atomics.load(this.#words, 4)] ?? "nobody";
  }

  /** @returns whether nobody had the signal before */
  take(owner: "training" | "listening"): boolean {
    return Atomics.compareExchange(this.#words, 4, 0, owners.indexOf(owner)) === 0;
  }

  /** The decision of the training thread: none yet, the signal ends the process, or the process goes on. */
  get answer(): "none" | "end" | "leave" {
    return (["none", "end", "leave"] as const)[Atomics.load(this.#words, 5)] ?? "none";
  }

  set answer(answer: "end" | "leave") {
    Atomics.store(this.#words, 5, answer === "end" ? 1 : 2);
  }

  /**
   * Which signals somebody in the training thread listens to: a bit for each, and a second one for listeners that only end a
   * training in order.
   */
  get listeners(): number {
    return Atomics.load(this.#words, 6);
  }

  set listeners(bits: number) {
    Atomics.store(this.#words, 6, bits);
  }

  /** No signal was heard yet. */
  reset(): void {
    for (const word of [2, 3, 4, 5]) Atomics.store(this.#words, word, 0);
  }
}
