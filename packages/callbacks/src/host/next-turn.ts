interface Host {
  readonly setImmediate?: (turned: () => void) => void;
  readonly setTimeout: (turned: () => void, ms: number) => void;
}

/** Calls back in the next turn of the event loop. */
export function nextTurn(turned: () => void): void {
  const { setImmediate, setTimeout } = globalThis as object as Host;
  if (setImmediate === undefined) setTimeout(turned, 0);
  else setImmediate(turned);
}
