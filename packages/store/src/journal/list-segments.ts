import { readdirSync } from "node:fs";
import { parseSegmentName, type Segment } from "./segment.ts";

/** The segments in a folder, each journal's in the order they were written. */
export function listSegments(folder: string): Segment[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return names
    .map(parseSegmentName)
    .filter((segment) => segment !== undefined)
    .sort((a, b) => (a.journal < b.journal ? -1 : a.journal > b.journal ? 1 : a.number - b.number));
}
