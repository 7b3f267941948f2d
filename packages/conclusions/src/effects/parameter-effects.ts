import { flattenConfig } from "@epochal/record";
import { isSeed } from "../comparison/is-seed.ts";
import { type CategoryEffect, categoryEffect } from "./category-effect.ts";
import { findConfounded } from "./find-confounded.ts";
import { type NumberEffect, numberEffect } from "./number-effect.ts";

/** A run's params and the value they led to. */
export interface EffectRun {
  readonly config: Readonly<Record<string, unknown>>;
  /** Of the metric. */
  readonly value: number;
}

/** A param in the runs that are looked at. */
interface VariedParam {
  readonly path: string;
  /** Of each run, as JSON; undefined where it lacks the param. */
  readonly values: readonly (string | undefined)[];
  /** Of each run as a number, where all values are numbers; undefined where it lacks the param. */
  readonly numbers?: readonly (number | undefined)[];
}

/** What params have to do with a metric. It proves nothing: somebody chose which runs to make. */
export interface ParameterEffects {
  /** How many runs have a finite value, and how many are left out because theirs is not. */
  readonly runs: number;
  readonly nonFinite: number;
  /** How many params vary, seeds left out: of twenty that do nothing, one shows a clear effect by chance. */
  readonly looked: number;
  /** The clear ones first, then the strong ones. */
  readonly effects: readonly (NumberEffect | CategoryEffect)[];
  /** Params that vary, and of which nothing can be said: too few runs have each value, or the metric never changes among them. */
  readonly untold: readonly string[];
  /** Params that vary together, so that nobody can tell which of them does what. */
  readonly confounded: readonly (readonly string[])[];
}

export interface ParameterEffectsOptions {
  /** Which way the metric is better. @default neither is */
  readonly direction?: "max" | "min";
}

/**
 * What each param of a set of runs has to do with a metric: for numbers a rank correlation, for anything else the means of its groups.
 *
 * It says nothing of a number in fewer than 8 runs, and nothing of a category unless two of its values have 3 runs each. Params that are the
 * same in all runs are left out, and so are seeds.
 */
export function parameterEffects(
  runs: readonly EffectRun[],
  { direction }: ParameterEffectsOptions = {},
): ParameterEffects {
  const finite = runs.filter(({ value }) => Number.isFinite(value));
  const values = finite.map(({ value }) => value);
  const params = variedParams(finite);
  const untold: string[] = [];
  const effects = params.flatMap((param) => {
    const found =
      param.numbers === undefined
        ? categoryEffect(param, values, direction)
        : numberEffect({ ...param, numbers: param.numbers }, values, direction);
    if (found === undefined) untold.push(param.path);
    return found === undefined ? [] : [found];
  });
  return {
    runs: finite.length,
    nonFinite: runs.length - finite.length,
    looked: params.length,
    effects: effects.sort(byStrength),
    untold,
    confounded: findConfounded(params),
  };
}

function variedParams(runs: readonly EffectRun[]): VariedParam[] {
  const columns = new Map<string, (string | undefined)[]>();
  for (const [i, { config }] of runs.entries()) {
    for (const { path, value } of flattenConfig(config)) {
      const known = columns.get(path) ?? new Array<string | undefined>(runs.length).fill(undefined);
      known[i] = value;
      columns.set(path, known);
    }
  }
  return [...columns].flatMap(([path, values]) => {
    const distinct = new Set(values);
    const given = [...distinct].flatMap((json) =>
      json === undefined ? [] : [JSON.parse(json) as unknown],
    );
    if (distinct.size < 2 || given.every((value) => isSeed({ path, value }))) return [];
    const isNumeric = given.length > 1 && given.every((value) => typeof value === "number");
    const numbers = values.map((json) => (json === undefined ? undefined : Number(json)));
    return [{ path, values, ...(isNumeric && { numbers }) }];
  });
}

function byStrength(a: NumberEffect | CategoryEffect, b: NumberEffect | CategoryEffect): number {
  return Number(b.isClear) - Number(a.isClear) || strength(b) - strength(a);
}

const strength = (effect: NumberEffect | CategoryEffect) =>
  effect.kind === "number" ? effect.rho ** 2 : effect.share;
