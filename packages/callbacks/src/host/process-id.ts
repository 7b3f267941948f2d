interface Host {
  readonly process?: { readonly pid: number };
}

/** The number of this process; 0 in a browser. */
export function processId(): number {
  return (globalThis as Host).process?.pid ?? 0;
}
