/** How the process ends: its exit code, and the error that nobody caught. */
export interface ProcessEnd {
  readonly code: number;
  readonly error?: unknown;
}

type Listener = (end: ProcessEnd) => void;

const watching = new Set<Listener>();
let uncaught: { readonly error: unknown } | undefined;
let isEnding = false;

/** Whether the process is ending: nothing can be waited for any more. */
export function isProcessEnding(): boolean {
  return isEnding;
}

/** Calls back when the process ends by itself, until the returned function is called. */
export function watchExit(listener: Listener): () => void {
  if (watching.size === 0) {
    process.on("uncaughtExceptionMonitor", onUncaught);
    process.on("exit", onExit);
  }
  watching.add(listener);
  return () => {
    if (!watching.delete(listener) || watching.size > 0) return;
    process.off("uncaughtExceptionMonitor", onUncaught);
    process.off("exit", onExit);
  };
}

function onUncaught(error: unknown): void {
  uncaught = { error };
}

function onExit(code: number): void {
  isEnding = true;
  const end = code !== 0 && uncaught !== undefined ? { code, ...uncaught } : { code };
  for (const listener of watching) listener(end);
}
