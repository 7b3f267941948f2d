import "server-only";

const kept = globalThis as typeof globalThis & Record<symbol, unknown>;

/**
 * What `make` gave when it was first asked for this name, whoever asks.
 *
 * Next bundles pages and data requests apart, and a hot reload loads a bundle anew: each has its own copy of every module, and
 * what a module keeps is kept once a bundle. Only what hangs on the process is there once.
 */
export function onceAProcess<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`@epochal/dashboard ${name}`);
  kept[key] ??= make();
  return kept[key] as T;
}
