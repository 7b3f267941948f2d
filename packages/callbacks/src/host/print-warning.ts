import { printable } from "@epochal/record";

interface Host {
  readonly console?: { warn(line: string): void };
}

/** Tells the user something in plain words, on the console of a program or a page. */
export function printWarning(line: string): void {
  (globalThis as Host).console?.warn(printable(line));
}
