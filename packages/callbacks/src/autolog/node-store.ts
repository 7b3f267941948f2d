import type { RunStarter } from "@epochal/record";
import { nodeModule } from "../host/node-module.ts";
import type { StoreSource } from "./store-source.ts";

const name = "@epochal/store";

interface StoreModule {
  openStore(location?: string): Promise<RunStarter & { close(): Promise<void> }>;
}

interface Host {
  readonly process?: { readonly argv?: readonly string[]; cwd?(): string };
}

/**
 * The store of `@epochal/store`, which the program has beside this package. It is found by its name when it is needed: neither
 * package imports the other, and a page that bundles this one gets no store.
 *
 * @throws Error where this is no Node, or the store is not installed
 */
export function nodeStore(location: string | undefined): StoreSource {
  const file = findStore();
  let opened: ReturnType<StoreModule["openStore"]> | undefined;
  return {
    open() {
      opened ??= openFrom(file, location);
      // What failed may work for the next run.
      opened.catch(() => {
        opened = undefined;
      });
      return opened;
    },
    async close() {
      const store = opened;
      opened = undefined;
      await (await store)?.close();
    },
  };
}

async function openFrom(file: string, location: string | undefined) {
  const { openStore } = (await import(
    /* @vite-ignore */ /* webpackIgnore: true */ file
  )) as StoreModule;
  return openStore(location);
}

/** The address of the store's file: beside the script, in the working directory, or beside this package. */
function findStore(): string {
  const [modules, urls] = [nodeModule("node:module"), nodeModule("node:url")];
  if (modules === undefined || urls === undefined) {
    throw new Error(
      "autolog: in a page give the store to record into. In Node.js it needs version 20.16 or newer",
    );
  }
  const { process } = globalThis as Host;
  const here = (import.meta as { url?: string }).url;
  const places = [process?.argv?.[1], folderOf(process), here];
  for (const place of places) {
    try {
      if (place === undefined) continue;
      return urls.pathToFileURL(modules.createRequire(place).resolve(name)).href;
    } catch {
      // It is not installed there.
    }
  }
  throw new Error(
    `autolog: runs are kept by ${name}, which is not installed. "npm install ${name}" installs it; or give a store`,
  );
}

/** A working directory may have been deleted. */
function folderOf(process: Host["process"]): string | undefined {
  try {
    const folder = process?.cwd?.();
    return folder && `${folder}/package.json`;
  } catch {
    return undefined;
  }
}
