import { isSeed } from "@epochal/conclusions";
import type { Band } from "./bands.ts";
import type { ReadBandsQuery } from "./read-bands-query.ts";

/** What decides in which group a run is. */
export interface GroupedRun {
  readonly id: string;
  readonly tags: readonly string[];
  /** By path, as JSON. */
  readonly params: ReadonlyMap<string, string>;
}

export type RunGroup = Pick<Band, "params" | "tag"> & { readonly runs: readonly GroupedRun[] };

/** Puts runs into groups. */
export function groupRuns(runs: readonly GroupedRun[], by: ReadBandsQuery["by"]): RunGroup[] {
  if (by === "tags") return byTag(runs);
  const paths = by === "config" ? pathsOfConfigs(runs) : by;
  const groups = new Map<string, GroupedRun[]>();
  for (const run of runs) {
    const name = JSON.stringify(paths.map((path) => run.params.get(path) ?? null));
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [run]);
    else known.push(run);
  }
  const shown = by === "config" ? differing(paths, groups) : paths;
  return [...groups.values()]
    .sort(([a], [b]) => compareRuns(a, b, shown))
    .map((members) => ({ params: shown.map((path) => paramOf(path, members[0])), runs: members }));
}

function byTag(runs: readonly GroupedRun[]): RunGroup[] {
  const tags = [...new Set(runs.flatMap((run) => run.tags))].sort();
  const groups = tags.map((tag) => ({
    ...{ params: [], tag },
    runs: runs.filter((run) => run.tags.includes(tag)),
  }));
  const others = runs.filter((run) => run.tags.length === 0);
  return others.length === 0 ? groups : [...groups, { params: [], runs: others }];
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

function differing(
  paths: readonly string[],
  groups: ReadonlyMap<string, readonly GroupedRun[]>,
): string[] {
  const firsts = [...groups.values()].map(([first]) => first);
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
