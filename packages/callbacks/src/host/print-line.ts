import { printable } from "@epochal/record";

interface Host {
  readonly console?: { log(line: string): void };
}

/** Prints a line the user asked for with `verbose`. */
export function printLine(line: string): void {
  (globalThis as Host).console?.log(printable(line));
}
