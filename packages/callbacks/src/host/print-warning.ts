import { printable } from "@epochal/record";

interface Host {
  readonly console?: { warn(line: string): void };
}

/** Warns the user on the console of a program or a page. */
export function printWarning(line: string): void {
  (globalThis as Host).console?.warn(printable(line));
}
