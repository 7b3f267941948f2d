interface Host {
  readonly process?: { readonly emitWarning?: (warning: Error) => void };
  readonly reportError?: (error: Error) => void;
}

/** Tells the program of an error that is not to stop it: a process warning in Node, an error event in a browser. */
export function reportError(error: Error): void {
  const host = globalThis as Host;
  if (typeof host.process?.emitWarning === "function") {
    host.process.emitWarning(error);
  } else {
    host.reportError?.(error);
  }
}
