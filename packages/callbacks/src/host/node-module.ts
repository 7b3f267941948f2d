import type { NodeFiles } from "./node-files.ts";

/** The parts of Node that are used, so that the rest of the package is typed for browsers too. */
interface NodeModules {
  readonly "node:fs/promises": NodeFiles;
  /** With the modules that `require()` has loaded, by file. */
  readonly "node:module": {
    readonly _cache?: Readonly<Record<string, { readonly exports: unknown } | undefined>>;
  };
  readonly "node:os": { hostname(): string };
  readonly "node:path": { join(...parts: string[]): string };
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
