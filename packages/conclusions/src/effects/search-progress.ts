import { compareConfigs, type Differences } from "../comparison/compare-configs.ts";
import { isSeed } from "../comparison/is-seed.ts";
import type { EffectRun } from "./parameter-effects.ts";

/** A run of a search, in its place in time. */
export interface SearchedRun extends EffectRun {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** A run that was better than all before it. */
export interface SearchRecord {
  readonly id: string;
  /** How many runs were started before it. */
  readonly place: number;
  readonly value: number;
  /** What its config has in place of that of the record before, seeds left out; absent for the first one. */
  readonly changes?: Pick<Differences, "differing" | "onlyInA" | "onlyInB">;
}

/**
 * The runs that each moved the record of a search, in the order in which runs were started; those that started in the same
 * millisecond are in the order of their ids. A value that is not finite is no record. Two equal values are the record of the earlier run.
 */
export function searchProgress(
  runs: readonly SearchedRun[],
  direction: "max" | "min",
): readonly SearchRecord[] {
  const sign = direction === "max" ? 1 : -1;
  const ordered = runs.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  const records: SearchRecord[] = [];
  let held: SearchedRun | undefined;
  for (const [place, run] of ordered.entries()) {
    if (!Number.isFinite(run.value)) continue;
    if (held !== undefined && sign * run.value <= sign * held.value) continue;
    const changes = held && changesOf(held, run);
    records.push({ id: run.id, place, value: run.value, ...(changes && { changes }) });
    held = run;
  }
  return records;
}

function changesOf(before: EffectRun, after: EffectRun): NonNullable<SearchRecord["changes"]> {
  const { differing, onlyInA, onlyInB } = compareConfigs(before.config, after.config);
  return {
    differing: differing.filter(({ path, b }) => !isSeed({ path, value: b })),
    onlyInA: onlyInA.filter((leaf) => !isSeed(leaf)),
    onlyInB: onlyInB.filter((leaf) => !isSeed(leaf)),
  };
}
