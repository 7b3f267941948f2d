import "server-only";
import { isSeed } from "@epochal/conclusions";
import { flattenConfig } from "@epochal/record";
import type { ListedRuns, Store } from "@epochal/store";
import { printQuery } from "@epochal/store/query";
import { differingParams } from "../params/differing-params.ts";
import { leafText } from "../params/leaf-text.ts";
import { paramPhrase } from "../params/param-phrase.ts";
import { shortLabels } from "../params/short-labels.ts";

type Listed = ListedRuns["runs"][number];

const MOST_PARTS = 4;
const LONGEST_VALUE = 28;
/** A query has room for ten thousand characters. */
const MOST_CHARACTERS = 8000;

/**
 * What runs are called among all of their project. Where several have the same name, what differs between them is added: "baseline · lr 0.01,
 * 128 units, seed 3"; and where nothing does, the run's id.
 *
 * @returns the label of each run by its id
 */
export async function labelsOf(
  open: Store,
  project: string | undefined,
  runs: readonly Listed[],
): Promise<ReadonlyMap<string, string>> {
  const shared = await sharedNames(open, project, [...new Set(runs.map(({ name }) => name))]);
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const run of runs) {
    const differing = shared.get(run.name);
    let label = run.name;
    if (differing !== undefined) {
      const what = describe(run, differing);
      label = `${run.name} · ${what}`;
      if (what === "" || taken.has(label)) label = `${run.name} · ${run.id}`;
    }
    taken.add(label);
    labels.set(run.id, label);
  }
  return labels;
}

/** The names that several runs have, with the paths of the params that differ between these. */
async function sharedNames(
  open: Store,
  project: string | undefined,
  names: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, ReadonlySet<string>>();
  const named = (values: readonly string[]) => ({
    ...(project !== undefined && { project }),
    where: printQuery({ kind: "field", field: "name", operator: "in", values }),
  });
  for (const some of inParts(names)) {
    const { total } = await open.listRuns({ ...named(some), limit: 0 });
    if (total <= some.length) continue;
    for (const name of some) {
      const { total } = await open.listRuns({ ...named([name]), limit: 0 });
      if (total > 1)
        found.set(
          name,
          new Set(differingParams(await open.facets(named([name]))).map(({ path }) => path)),
        );
    }
  }
  return found;
}

function inParts(names: readonly string[]): string[][] {
  const parts: string[][] = [];
  let room = 0;
  for (const name of names) {
    room -= 2 * name.length + 4;
    if (room < 0) {
      parts.push([]);
      room = MOST_CHARACTERS - 2 * name.length;
    }
    parts.at(-1)?.push(name);
  }
  return parts;
}

function describe(run: Listed, differing: ReadonlySet<string>): string {
  const leaves = flattenConfig(run.config).filter(({ path }) => differing.has(path));
  const plain = leaves.filter((leaf) => !isSeed(seedLeaf(leaf)));
  const seeds = leaves.filter((leaf) => isSeed(seedLeaf(leaf)));
  const labels = shortLabels([...differing]);
  return [...plain.slice(0, MOST_PARTS), ...seeds]
    .map((leaf) => paramPhrase(labels.get(leaf.path) ?? leaf.path, shorten(leafText(leaf))))
    .join(", ");
}

const seedLeaf = ({ path, value }: { readonly path: string; readonly value: string }) => ({
  path,
  value: JSON.parse(value) as unknown,
});

const shorten = (value: string) =>
  value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value;
