interface Host {
  readonly process?: {
    on(signal: "SIGINT", listener: () => void): void;
    off(signal: "SIGINT", listener: () => void): void;
  };
}

/** Hears Ctrl-C while a fit runs, so that it can end with all that is to be done at the end. In a browser, nothing. */
export class Interruption {
  #isRequested = false;
  readonly #listener: () => void = () => {
    this.#isRequested = true;
    // A second one ends the program as it would have.
    this.end();
  };

  get isRequested(): boolean {
    return this.#isRequested;
  }

  begin(): void {
    (globalThis as Host).process?.on("SIGINT", this.#listener);
  }

  end(): void {
    (globalThis as Host).process?.off("SIGINT", this.#listener);
  }
}
