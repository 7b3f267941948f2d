import { printable } from "@epochal/record";

interface Host {
  readonly process?: { readonly emitWarning?: (warning: Error) => void };
  readonly reportError?: (error: Error) => void;
}

/** Tells the program of an error that is not to stop it: a process warning in Node, an error event in a browser. */
export function reportError(error: Error): void {
  const host = globalThis as Host;
  if (typeof host.process?.emitWarning === "function") {
    host.process.emitWarning(printableError(error));
  } else {
    host.reportError?.(error);
  }
}

/** Node prints a warning as it is. */
function printableError(error: Error): Error {
  const message = printable(error.message);
  if (message === error.message) return error;
  const safe = new Error(message, { cause: error });
  safe.name = error.name;
  return safe;
}
