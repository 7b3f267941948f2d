import { configLeaves } from "./config-leaves.ts";
import type { RunRow } from "./run-row.ts";

/** Whether a row holds every word of the search, in its name, id, status, tags, notes or config (`units=32`). */
export function matchesSearch(row: Omit<RunRow, "points" | "series">, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { run, name, status, verdict } = row;
  const leaves = [...configLeaves(run.config)].flatMap(([path, value]) => [
    `${path}=${value}`,
    `${path.slice(path.lastIndexOf(".") + 1)}=${value}`,
  ]);
  const text = [
    name,
    run.name,
    run.id,
    status.text,
    verdict ?? "",
    run.status.state,
    ...run.tags,
    run.notes,
    ...leaves,
  ]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
