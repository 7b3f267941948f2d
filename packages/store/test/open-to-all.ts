import {
  chmodSync,
  copyFileSync,
  cpSync,
  linkSync,
  readdirSync,
  realpathSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { tempFolder } from "./temp-folder.ts";

const here = path.join(import.meta.dirname, "..");
/** What of the libraries is not run: sources in C, types, maps, another format. */
const unused = /\.test\.ts$|better-sqlite3[/\\](deps|src)$|\.map$|\.d\.c?ts$|\.cjs$/;

export interface OpenToAll {
  /** Node.js. */
  readonly node: string;
  /** The folder that stands for `test/programs`. */
  readonly programs: string;
}

/**
 * Copies what a program of `test/programs` needs, Node.js too, to where every user may read it: the folder of this repository
 * may be its owner's alone, as `/root` is.
 */
export function openToAll(): OpenToAll {
  const folder = tempFolder();
  const copy = (from: string, to = from) =>
    cpSync(realpathSync(path.join(here, from)), path.join(folder, "store", to), {
      recursive: true,
      filter: (source) => !unused.test(source),
    });
  copy("package.json");
  copy("src");
  copy("test");
  copy("node_modules/better-sqlite3");
  copy("node_modules/drizzle-orm");
  const node = path.join(folder, "node");
  // A link costs nothing, but has the rights of what it links to, and other file systems have none.
  try {
    if ((statSync(process.execPath).mode & 0o005) !== 0o005) throw new Error("not for all");
    linkSync(process.execPath, node);
  } catch {
    copyFileSync(process.execPath, node);
    chmodSync(node, 0o755);
  }
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(path.join(folder, "store"), {
    recursive: true,
    withFileTypes: true,
  })) {
    chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
  chmodSync(path.join(folder, "store"), 0o755);
  return { node, programs: path.join(folder, "store/test/programs") };
}
