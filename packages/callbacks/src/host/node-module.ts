import type { NodeFiles } from "./node-files.ts";
import type { NodeSyncFiles } from "./node-sync-files.ts";

/** The parts of Node that are used, so that the rest of the package is typed for browsers too. */
interface NodeModules {
  readonly "node:fs/promises": NodeFiles;
  readonly "node:fs": NodeSyncFiles;
  readonly "node:module": {
    /** The modules that `require()` has loaded, by file. */
    readonly _cache?: Readonly<Record<string, { readonly exports: unknown } | undefined>>;
    /** Loads a module that is no ES module. */
    _load?: (this: unknown, ...given: unknown[]) => unknown;
    createRequire(from: string): { resolve(name: string): string };
  };
  readonly "node:os": { hostname(): string };
  readonly "node:path": {
    basename(path: string): string;
    dirname(path: string): string;
    join(...parts: string[]): string;
  };
  readonly "node:url": { pathToFileURL(path: string): { readonly href: string } };
}

interface Host {
  readonly process?: {
    getBuiltinModule?<Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined;
  };
}

/** One of Node's own modules, or undefined in a browser. No bundler sees an import. */
export function nodeModule<Name extends keyof NodeModules>(
  name: Name,
): NodeModules[Name] | undefined {
  return (globalThis as Host).process?.getBuiltinModule?.(name);
}
