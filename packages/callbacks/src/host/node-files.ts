import { nodeModule } from "./node-module.ts";

/** What this package uses of Node's file system. */
export interface NodeFiles {
  mkdir(path: string, options: { recursive: true }): Promise<unknown>;
  readFile(path: string): Promise<Uint8Array>;
  readFile(path: string, encoding: "utf8"): Promise<string>;
  readdir(path: string): Promise<string[]>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { recursive?: boolean; force: true }): Promise<void>;
  appendFile(path: string, data: Uint8Array): Promise<void>;
  open(
    path: string,
    flags: "w" | "a",
  ): Promise<{
    writeFile(data: Uint8Array | string): Promise<void>;
    sync(): Promise<void>;
    close(): Promise<void>;
  }>;
}

/**
 * Node's file system, asked for where it is used and without an import that a bundler would see: pages bundle this
 * package, too.
 *
 * Throws an error that names `owner` where there is none.
 */
export function nodeFiles(owner: string): NodeFiles {
  const files = nodeModule("node:fs/promises");
  if (files === undefined) {
    throw new Error(
      `${owner}: files need Node 20.16 or newer; in a browser give a TensorFlow.js URL such as "indexeddb://model"`,
    );
  }
  return files;
}
