import { allowedArguments } from "@epochal/record";
import { nodeModule } from "../host/node-module.ts";

interface Host {
  readonly process?: { readonly argv?: readonly unknown[] };
}

/**
 * What is known of a Node program: its script, and its arguments by name, as far as they may be recorded. Nothing of a page.
 */
export function programConfig(): Record<string, unknown> {
  const { process } = globalThis as Host;
  const [, script, ...given] = process?.argv ?? [];
  if (script === undefined) return {};
  const name = nodeModule("node:path")?.basename(String(script));
  return { script: name, args: argumentsByName(given.map(String)) };
}

/**
 * Arguments by name: of `--lr 0.01 --shuffle` it makes `{ lr: 0.01, shuffle: true }`. Without those that may not be recorded.
 *
 * @param given as a shell gives them, without program and script
 */
export function argumentsByName(given: readonly string[]): Record<string, unknown> {
  const found = new Map<string, unknown>();
  const add = (name: string, value: unknown) => {
    const before = found.get(name);
    found.set(name, before === undefined ? value : [before, value].flat());
  };
  let open: string | undefined;
  for (const text of allowedArguments(given)) {
    const [, name, value] = /^--?([A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === undefined) {
      if (open !== undefined && !isLeftOut(text)) add(open, readValue(text));
      open = undefined;
      continue;
    }
    if (open !== undefined) add(open, true);
    open = value === undefined ? name : undefined;
    if (value !== undefined && !isLeftOut(value)) add(name, readValue(value));
  }
  if (open !== undefined) add(open, true);
  return Object.fromEntries(found);
}

function isLeftOut(text: string): boolean {
  return text === "…";
}

function readValue(text: string): string | number | boolean {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
