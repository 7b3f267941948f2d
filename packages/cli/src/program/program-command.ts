import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CommandError } from "../arguments/command-error.ts";

/** What is started. */
export interface ProgramCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * How a program is started: a script by the Node.js that runs this, TypeScript through the project's own tsx where there is one; any
 * other word is a command, such as `npm`.
 *
 * @param words a script or a command, and its arguments
 * @throws CommandError where there is no such script
 */
export function programCommand([word = "", ...rest]: readonly string[]): ProgramCommand {
  if (!/\.[cm]?[jt]sx?$/.test(word)) return { command: word, args: rest };
  if (!existsSync(word)) throw new CommandError(`there is no file ${word}.`);
  const flags = /\.(?:[cm]?ts|tsx)$/.test(word) ? typeScriptFlags(path.resolve(word)) : [];
  return { command: process.execPath, args: [...flags, word, ...rest] };
}

function typeScriptFlags(script: string): string[] {
  const loader = findTsx(script);
  if (loader !== undefined) return ["--import", pathToFileURL(loader).href];
  // From version 22.18 on, and 23.6 of 23, Node.js takes types out by itself.
  return process.features.typescript ? [] : ["--experimental-strip-types"];
}

function findTsx(script: string): string | undefined {
  try {
    return createRequire(script).resolve("tsx");
  } catch {
    return undefined;
  }
}
