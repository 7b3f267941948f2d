const WINDOW_MS = 60_000;
/** So many wrong tokens may come from one address in a minute, and from all together. */
const MOST_OF_ONE = 20;
const MOST_OF_ALL = 200;

/**
 * Counts tokens that opened nothing, so that nobody tries very many. A right token is let in all the same: nobody guesses one, and a
 * stranger must not be able to shut others out.
 */
export class FailedTries {
  readonly #now: () => number;
  #since: number;
  #all = 0;
  readonly #byAddress = new Map<string, number>();

  /** @param now milliseconds of a clock that nobody sets */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#since = now();
  }

  /** Counts one. @returns for how many seconds this address must wait before its next try; 0 where it need not */
  add(address: string): number {
    if (this.#now() - this.#since >= WINDOW_MS) {
      this.#since = this.#now();
      this.#all = 0;
      this.#byAddress.clear();
    }
    const ofOne = (this.#byAddress.get(address) ?? 0) + 1;
    this.#byAddress.set(address, ofOne);
    const isOver = ++this.#all > MOST_OF_ALL || ofOne > MOST_OF_ONE;
    return isOver ? Math.max(1, Math.ceil((WINDOW_MS - (this.#now() - this.#since)) / 1_000)) : 0;
  }
}
