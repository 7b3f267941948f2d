import "server-only";

const kept = globalThis as typeof globalThis & Record<symbol, unknown>;

/**
 * What `make` gave when somebody first asked for this name.
 *
 * Next bundles pages and data requests apart, and a hot reload loads a bundle anew: each has its own copy of every module, and
 * a module would keep a value in each of them. Only a value of the process is there once.
 */
export function onceAProcess<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`@epochal/dashboard ${name}`);
  kept[key] ??= make();
  return kept[key] as T;
}
