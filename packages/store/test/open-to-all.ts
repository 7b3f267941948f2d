import {
  chmodSync,
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
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
  // Beside the store, and linked to: Node.js runs no TypeScript that stands in `node_modules`.
  for (const name of ["record", "conclusions"]) {
    copy(`../${name}/package.json`);
    copy(`../${name}/src`);
    for (const library of librariesOf(name)) copy(`../${name}/node_modules/${library}`);
    for (const user of ["store", "conclusions"]) {
      const scope = path.join(folder, user, "node_modules/@epochal");
      mkdirSync(scope, { recursive: true });
      symlinkSync(path.join(folder, name), path.join(scope, name));
    }
  }
  const node = path.join(folder, "node");
  // A link costs nothing, but has the rights of what it links to, and other file systems have none.
  try {
    if ((statSync(process.execPath).mode & 0o005) !== 0o005) throw new Error("not for all");
    linkSync(process.execPath, node);
  } catch {
    copyFileSync(process.execPath, node);
    chmodSync(node, 0o755);
  }
  open(folder, node);
  return { node, programs: path.join(folder, "store/test/programs") };
}

/** Lets every user read what is in a folder. It follows no link: two packages link to each other. */
function open(folder: string, except: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) open(place, except);
    else if (entry.isFile() && place !== except) chmodSync(place, 0o644);
  }
}

/** The libraries that a package of this repository depends on, beside those of its own kind. */
function librariesOf(name: string): string[] {
  const manifest = readFileSync(path.join(here, "..", name, "package.json"), "utf8");
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: object };
  return Object.keys(dependencies).filter((library) => !library.startsWith("@epochal/"));
}
