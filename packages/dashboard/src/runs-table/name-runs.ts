import { type DifferingParam, differingParams } from "../params/differing-params.ts";
import type { RunView } from "../wire/run-json.ts";

const MOST_PARTS = 4;
const LONGEST_VALUE = 28;
const isSeed = ({ label }: DifferingParam) => /seed$/i.test(label);

/**
 * The names of the runs. Where several have the same one, what differs is added: "baseline · lr 0.01, 128 units"; then the seed, then the
 * run's id.
 *
 * @returns the name of each run by its id; no two are equal
 */
export function nameRuns(runs: readonly RunView[]): ReadonlyMap<string, string> {
  const params = differingParams(runs);
  const plain = params.filter((param) => !isSeed(param));
  const few = plain.slice(0, MOST_PARTS);
  const seeds = params.filter(isSeed);
  const ways: ((run: RunView) => string)[] = [
    (run) => run.name,
    (run) => join(run.name, describe(run, few)),
    (run) => join(run.name, describe(run, [...few, ...seeds])),
    (run) => join(run.name, describe(run, [...plain, ...seeds])),
    (run) => join(run.name, run.id),
  ];
  const names = new Map<string, string>();
  let open = [...runs];
  for (const way of ways) {
    const made = new Map(open.map((run) => [run.id, way(run)]));
    const taken = new Map<string, number>();
    for (const name of [...names.values(), ...made.values()])
      taken.set(name, (taken.get(name) ?? 0) + 1);
    const last = way === ways.at(-1);
    open = open.filter((run) => {
      const name = made.get(run.id) ?? run.name;
      if (!last && (taken.get(name) ?? 0) > 1) return true;
      names.set(run.id, name);
      return false;
    });
  }
  return names;
}

function join(name: string, what: string): string {
  return what === "" ? name : `${name} · ${what}`;
}

function describe(run: RunView, params: readonly DifferingParam[]): string {
  const parts = params.flatMap((param) => {
    const value = param.values.get(run.id);
    return value === undefined ? [] : [phrase(param.label, shorten(value))];
  });
  return parts.join(", ");
}

// A count reads better before its noun: "128 units", not "units 128".
const phrase = (label: string, value: string) =>
  /^(units|layers|filters|heads|neurons|epochs|blocks|trees|steps)$/i.test(label)
    ? `${value} ${label}`
    : `${label} ${value}`;

const shorten = (value: string) =>
  value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value;
