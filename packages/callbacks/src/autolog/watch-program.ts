interface Host {
  readonly process?: {
    prependListener?(event: "exit", listener: (code: number) => void): void;
    off?(event: "exit", listener: (code: number) => void): void;
  };
}

/**
 * Calls back when the process ends by itself, before a store is told of it. `isOrderly` is whether it ends without an error.
 * Returns a function that ends this.
 */
export function watchProgram(ended: (isOrderly: boolean) => void): () => void {
  const { process } = globalThis as Host;
  const listener = (code: number) => ended(code === 0);
  // What a bundler puts in its place for a browser has none.
  process?.prependListener?.("exit", listener);
  return () => process?.off?.("exit", listener);
}
