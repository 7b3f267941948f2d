import { readdirSync } from "node:fs";
import { type JournalPart, parsePartName } from "./journal-part.ts";

/** The parts in a folder, each journal's in the order they were written. */
export function listParts(folder: string): JournalPart[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return names
    .map(parsePartName)
    .filter((part) => part !== undefined)
    .sort((a, b) => (a.journal < b.journal ? -1 : a.journal > b.journal ? 1 : a.number - b.number));
}
