import "server-only";
import type { RunChanges, Store } from "@epochal/store";
import type { ChangedRuns, RunsChange } from "../wire/runs-change.ts";
import { type KnownRun, knownRuns } from "./known-runs.ts";
import { readIds } from "./read-ids.ts";

type Changes = Omit<RunChanges, "by">;

/** How a run is called and kept, as far as people change it. */
type Kept = Required<{ readonly [Field in keyof Changes]: Exclude<Changes[Field], undefined> }>;

/**
 * Changes runs as a request says, one change after the other, all of them or none.
 *
 * @throws TypeError or RangeError where a change makes no sense, StoreError `run_not_found`
 */
export async function changeRuns(store: Store, given: unknown): Promise<ChangedRuns> {
  const changes = readChanges(given);
  const runs = await knownRuns(store, [...new Set(changes.flatMap((change) => change.runs))]);
  const wanted = new Map<string, Changes>();
  for (const { runs: ids, set = {}, addTags = [], removeTags = [] } of changes) {
    for (const id of ids) {
      const before = { ...kept(runs.get(id) as KnownRun), ...wanted.get(id), ...set };
      const left = (before.tags ?? []).filter((tag) => !removeTags.includes(tag));
      const tags = [...new Set([...left, ...addTags])];
      const isTagged = addTags.length + removeTags.length > 0;
      wanted.set(id, { ...wanted.get(id), ...set, ...(isTagged && { tags }) });
    }
  }
  await store.updateRuns(wanted);
  const after = await knownRuns(store, [...wanted.keys()]);
  const undo = [...wanted.keys()].flatMap((id) => {
    const back = differing(kept(after.get(id) as KnownRun), kept(runs.get(id) as KnownRun));
    return back === undefined ? [] : [{ runs: [id], set: back }];
  });
  return { changed: undo.length, undo: together(undo) };
}

function kept({ name, tags, notes, group, archivedAt }: KnownRun): Kept {
  return { name, tags, notes, group: group ?? null, archived: archivedAt !== undefined };
}

/** The fields that one has otherwise, as the other has them. */
function differing(now: Kept, before: Kept): Changes | undefined {
  const fields = (["name", "tags", "notes", "group", "archived"] as const).filter(
    (field) => JSON.stringify(now[field]) !== JSON.stringify(before[field]),
  );
  if (fields.length === 0) return undefined;
  return Object.fromEntries(fields.map((field) => [field, before[field]]));
}

/** Runs of which the same is wanted, in one change. */
function together(changes: readonly RunsChange[]): RunsChange[] {
  const groups = new Map<string, RunsChange>();
  for (const change of changes) {
    const name = JSON.stringify(change.set);
    const known = groups.get(name)?.runs ?? [];
    groups.set(name, { ...change, runs: [...known, ...change.runs] });
  }
  return [...groups.values()];
}

const FIELDS = new Set(["runs", "set", "addTags", "removeTags"]);

function readChanges(changes: unknown): readonly RunsChange[] {
  if (!Array.isArray(changes)) throw new TypeError("changes must be a list.");
  return changes.map((change: unknown) => {
    if (typeof change !== "object" || change === null) {
      throw new TypeError("A change must be an object.");
    }
    const { runs, set, addTags, removeTags, ...rest } = change as Record<string, unknown>;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) {
      throw new TypeError(`A change has ${[...FIELDS].join(", ")}. Received: ${unknown}`);
    }
    return {
      runs: readIds(runs),
      ...(set !== undefined && { set: readSet(set) }),
      ...(addTags !== undefined && { addTags: readTags(addTags) }),
      ...(removeTags !== undefined && { removeTags: readTags(removeTags) }),
    };
  });
}

/** The store looks at its values. */
function readSet(set: unknown): Changes {
  if (typeof set !== "object" || set === null) throw new TypeError("set must be an object.");
  if ("by" in set) throw new TypeError("The dashboard says by whom. Received: by");
  return set;
}

function readTags(tags: unknown): readonly string[] {
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === "string")) return tags;
  throw new TypeError("Tags must be a list of strings.");
}
