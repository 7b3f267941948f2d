import { printWarning } from "../host/print-warning.ts";
import { reportError } from "../host/report-error.ts";

interface Host {
  readonly process?: { readonly emitWarning?: unknown };
}

/** Warns the program of what goes wrong while recording, each kind once until it is over. Never throws. */
export class Problems {
  readonly #told = new Set<string>();

  report(kind: string, words: string): void {
    if (this.#told.has(kind)) return;
    this.#told.add(kind);
    try {
      const isNode = typeof (globalThis as Host).process?.emitWarning === "function";
      if (isNode) reportError(Object.assign(new Error(words), { name: "EpochalWarning" }));
      else printWarning(`Epochal: ${words}`);
    } catch {
      // Whoever listens to warnings must not break training either.
    }
  }

  isOver(kind: string): void {
    this.#told.delete(kind);
  }
}
