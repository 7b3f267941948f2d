import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import type * as tf from "@tensorflow/tfjs";

/** The layers of another copy of TensorFlow.js, and what takes them out of the program's sight again. */
export interface SecondCopy {
  readonly layers: Pick<
    typeof tf,
    "sequential" | "model" | "input" | "layers" | "initializers" | "callbacks" | "LayersModel"
  >;
  readonly remove: () => void;
}

/** What Node's loader does, beyond its types. */
interface Loaded {
  paths: string[];
  readonly exports: unknown;
  _compile(code: string, file: string): void;
}

const require = createRequire(createRequire(import.meta.url).resolve("@tensorflow/tfjs"));
const own = require.resolve("@tensorflow/tfjs-layers");
const code = readFileSync(own, "utf8");

/**
 * Loads TensorFlow.js' layers a second time, as a program does that installs two versions.
 *
 * @param isShown whether it stands among the modules that Node has loaded; in a bundle it does not
 */
export function secondCopy(isShown: boolean): SecondCopy {
  const file = own.replace("@tensorflow", "second/node_modules/@tensorflow");
  const loaded = new Module(file) as Module & Loaded;
  loaded.paths = [path.join(own.slice(0, own.lastIndexOf("@tensorflow")), ".")];
  loaded._compile(code, file);
  if (isShown) require.cache[file] = loaded;
  return {
    layers: loaded.exports as SecondCopy["layers"],
    remove: () => void delete require.cache[file],
  };
}
