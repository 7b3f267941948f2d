interface Host {
  readonly process?: {
    prependListener?(event: "exit", listener: (code: number) => void): void;
    off?(event: "exit", listener: (code: number) => void): void;
  };
  readonly document?: unknown;
  addEventListener?(type: "pagehide", listener: () => void): void;
  removeEventListener?(type: "pagehide", listener: () => void): void;
}

/**
 * Calls back when the process ends by itself, before a store is told of it, or the page goes away. `isOrderly` is whether it ends without
 * an error. Returns a function that ends this.
 */
export function watchProgram(ended: (isOrderly: boolean) => void): () => void {
  const host = globalThis as object as Host;
  const { process, document } = host;
  const onExit = (code: number) => ended(code === 0);
  const onHide = () => ended(true);
  // What a bundler puts in its place for a browser has none.
  process?.prependListener?.("exit", onExit);
  if (document !== undefined) host.addEventListener?.("pagehide", onHide);
  return () => {
    process?.off?.("exit", onExit);
    if (document !== undefined) host.removeEventListener?.("pagehide", onHide);
  };
}
