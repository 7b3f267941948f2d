/** What is used of Node here, so that the rest of the package is typed for browsers too. */
interface NodeModules {
  readonly "node:fs/promises": {
    appendFile(path: string, data: Uint8Array): Promise<void>;
    mkdir(path: string, options: { recursive: true }): Promise<unknown>;
  };
  readonly "node:os": { hostname(): string };
  readonly "node:path": { join(...parts: string[]): string };
}

interface Host {
  readonly process?: {
    readonly pid: number;
    getBuiltinModule?<Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined;
  };
}

/** Node's own modules, or undefined in a browser. No bundler sees an import. */
export function nodeModule<Name extends keyof NodeModules>(
  name: Name,
): NodeModules[Name] | undefined {
  return (globalThis as Host).process?.getBuiltinModule?.(name);
}

export function processId(): number {
  return (globalThis as Host).process?.pid ?? 0;
}
