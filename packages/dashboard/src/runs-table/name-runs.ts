import type { RunView } from "../data/run-json.ts";
import { type DifferingParam, differingParams } from "../params/differing-params.ts";
import { isGivenName } from "./is-given-name.ts";

const MOST_PARTS = 4;
const LONGEST_VALUE = 28;
const isSeed = ({ label }: DifferingParam) => /seed$/i.test(label);

/**
 * The names runs were given, else names made of what differs: "lr 0.01, 128 units". The seed is added where names would be
 * equal, then the run's own name, then its id. Without anything that differs a run goes by its own name.
 *
 * @returns the name of each run by its id; no two are equal
 */
export function nameRuns(runs: readonly RunView[]): ReadonlyMap<string, string> {
  const params = differingParams(runs);
  const plain = params.filter((param) => !isSeed(param));
  const differing = (run: RunView) =>
    describe(run, plain.slice(0, MOST_PARTS)) || describe(run, params) || run.name;
  const ways: ((run: RunView) => string)[] = [
    (run) => (isGivenName(run) ? run.name : differing(run)),
    differing,
    (run) => describe(run, [...plain.slice(0, MOST_PARTS), ...params.filter(isSeed)]) || run.name,
    (run) => describe(run, [...plain, ...params.filter(isSeed)]) || run.name,
    (run) => join(describe(run, plain.slice(0, MOST_PARTS)), run.name),
    (run) => join(describe(run, plain.slice(0, MOST_PARTS)) || run.name, run.id),
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

function join(what: string, name: string): string {
  return what === "" ? name : `${what} · ${name}`;
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
