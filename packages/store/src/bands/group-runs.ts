import { isSeed } from "@epochal/conclusions";
import type { Band } from "./bands.ts";
import type { ReadGroupedBy } from "./grouped-by.ts";

/** What decides in which group a run is. */
export interface GroupedRun {
  readonly id: string;
  readonly tags: readonly string[];
  /** By path, as JSON. */
  readonly params: ReadonlyMap<string, string>;
}

export type RunGroup = Pick<Band, "params" | "tag"> & { readonly runs: readonly GroupedRun[] };

interface Members {
  readonly tag: string | undefined;
  readonly runs: GroupedRun[];
}

/** Puts runs into groups, ordered by what their runs share; a run with two tags is in two of them, where they are parted by tags. */
export function groupRuns(
  runs: readonly GroupedRun[],
  { by, tags: isByTag }: ReadGroupedBy,
): RunGroup[] {
  const paths = by === "config" ? pathsOfConfigs(runs) : by;
  const groups = new Map<string, Members>();
  for (const run of runs) {
    const params = paths.map((path) => run.params.get(path) ?? null);
    const tags = isByTag && run.tags.length > 0 ? new Set(run.tags) : [undefined];
    for (const tag of tags) {
      const name = JSON.stringify([params, tag]);
      const known = groups.get(name);
      if (known === undefined) groups.set(name, { tag, runs: [run] });
      else known.runs.push(run);
    }
  }
  const shown = by === "config" ? differing(paths, groups) : paths;
  return [...groups.values()]
    .sort((a, b) => compareRuns(a.runs[0], b.runs[0], shown) || compareTags(a.tag, b.tag))
    .map(({ tag, runs: members }) => ({
      params: shown.map((path) => paramOf(path, members[0])),
      ...(tag !== undefined && { tag }),
      runs: members,
    }));
}

function compareTags(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : Number(a > b);
}

/** All paths of any run that are no seeds. */
function pathsOfConfigs(runs: readonly GroupedRun[]): string[] {
  const paths = new Set<string>();
  for (const { params } of runs) {
    for (const [path, value] of params) {
      if (!isSeed({ path, value: JSON.parse(value) })) paths.add(path);
    }
  }
  return [...paths].sort();
}

function differing(paths: readonly string[], groups: ReadonlyMap<string, Members>): string[] {
  const firsts = [...groups.values()].map(({ runs: [first] }) => first);
  return paths.filter((path) => new Set(firsts.map((run) => run?.params.get(path))).size > 1);
}

function paramOf(path: string, run: GroupedRun | undefined): Band["params"][number] {
  const value = run?.params.get(path);
  return { path, ...(value !== undefined && { value: JSON.parse(value) as unknown }) };
}

/** Numbers come before texts, and what a run lacks comes last. */
function compareRuns(
  a: GroupedRun | undefined,
  b: GroupedRun | undefined,
  paths: readonly string[],
): number {
  for (const path of paths) {
    const [one, two] = [a?.params.get(path), b?.params.get(path)];
    if (one === two) continue;
    if (one === undefined || two === undefined) return one === undefined ? 1 : -1;
    const [left, right] = [JSON.parse(one) as unknown, JSON.parse(two) as unknown];
    if (typeof left === "number" && typeof right === "number") return left - right;
    if (typeof left === "number" || typeof right === "number") {
      return typeof left === "number" ? -1 : 1;
    }
    return one < two ? -1 : 1;
  }
  return 0;
}
