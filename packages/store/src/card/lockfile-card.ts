import { readFileSync } from "node:fs";
import path from "node:path";
import type { RunCard } from "@epochal/record";
import { hashOf } from "./hash-of.ts";

export const lockfiles = [
  "pnpm-lock.yaml",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "yarn.lock",
  "bun.lock",
  "bun.lockb",
  "deno.lock",
];

/** The lockfile in this folder, or in the nearest one above it. */
export function lockfileCard(folder: string): RunCard["lockfile"] {
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    for (const name of lockfiles) {
      try {
        return {
          name,
          hash: hashOf(readFileSync(path.join(/* turbopackIgnore: true */ here, name))),
        };
      } catch {
        // Not this one.
      }
    }
    if (here === path.dirname(here)) return undefined;
  }
}
