import type { StatusWords } from "@epochal/conclusions";
import { configLeaves } from "../params/config-leaves.ts";
import type { RunView } from "../wire/run-json.ts";

export interface SearchTextArgs {
  readonly run: RunView;
  /** As the page calls it. */
  readonly name: string;
  readonly status: StatusWords;
  /** What its curves say. */
  readonly verdict?: string | undefined;
}

/** The text in which the search looks for a run: its name, id, status, what its curves say, tags, notes and config (`units=32`). */
export function searchText({ run, name, status, verdict }: SearchTextArgs): string {
  const leaves = [...configLeaves(run.config)].flatMap(([path, value]) => [
    `${path}=${value}`,
    `${path.slice(path.lastIndexOf(".") + 1)}=${value}`,
  ]);
  const { state } = run.status;
  return [
    name,
    run.name,
    run.id,
    status.text,
    verdict ?? "",
    // A run that failed or was killed may have diverged as well. Its status has no room to say so.
    run.conclusions.divergence === undefined ? "" : "diverged",
    state,
    state.replaceAll("_", " "),
    ...run.tags,
    run.notes,
    ...leaves,
  ]
    .join("\n")
    .toLowerCase();
}
