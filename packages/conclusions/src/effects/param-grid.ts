import { flattenConfig } from "@epochal/record";
import { describeSample } from "../statistics/describe-sample.ts";
import type { EffectRun } from "./parameter-effects.ts";

/** What runs have of a param: one value, a stretch of numbers, or nothing. */
export type ParamLevel =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "stretch"; readonly from: number; readonly to: number }
  | { readonly kind: "absent" };

/** The runs that have one level of each of two params. */
export interface GridCell {
  /** How many of them have a finite value. */
  readonly n: number;
  /** Of these; absent where there are none. */
  readonly mean?: number;
  /** How many have a value that is not finite. */
  readonly nonFinite: number;
}

/** A metric's mean for each pair of values of two params. */
export interface ParamGrid {
  /** Numbers in their order, then texts in theirs, then the runs without the param. */
  readonly rows: readonly ParamLevel[];
  readonly columns: readonly ParamLevel[];
  /** By row, then by column; undefined where no run is. */
  readonly cells: readonly (readonly (GridCell | undefined)[])[];
  /** How many runs are in no cell, because their text is not among the most frequent. */
  readonly left: number;
}

/** A grid has at most so many rows and columns, besides the one of runs without the param. */
const mostLevels = 12;
/** Numbers that have more values than that are put into so many stretches, with about as many runs each. */
const stretches = 8;

/** The runs by two params. A param with too many texts keeps its most frequent ones. */
export function paramGrid(
  runs: readonly EffectRun[],
  params: { readonly row: string; readonly column: string },
): ParamGrid {
  const rows = levelsOf(runs, params.row);
  const columns = levelsOf(runs, params.column);
  const found = new Map<number, { finite: number[]; nonFinite: number }>();
  let left = 0;
  for (const [i, { value }] of runs.entries()) {
    const [row = -1, column = -1] = [rows.of[i], columns.of[i]];
    if (row < 0 || column < 0) {
      left++;
      continue;
    }
    const place = row * columns.levels.length + column;
    const cell = found.get(place) ?? { finite: [], nonFinite: 0 };
    found.set(place, cell);
    if (Number.isFinite(value)) cell.finite.push(value);
    else cell.nonFinite++;
  }
  const cellAt = (row: number, column: number): GridCell | undefined => {
    const cell = found.get(row * columns.levels.length + column);
    if (cell === undefined) return undefined;
    const { n = 0, mean } = describeSample(cell.finite) ?? {};
    return { n, nonFinite: cell.nonFinite, ...(mean !== undefined && { mean }) };
  };
  return {
    rows: rows.levels,
    columns: columns.levels,
    cells: rows.levels.map((_, row) => columns.levels.map((__, column) => cellAt(row, column))),
    left,
  };
}

interface Levels {
  readonly levels: readonly ParamLevel[];
  /** Of each run the place of its level; -1 where it is in none. */
  readonly of: readonly number[];
}

function levelsOf(runs: readonly EffectRun[], path: string): Levels {
  const values = runs.map(
    ({ config }) => flattenConfig(config).find((param) => param.path === path)?.value,
  );
  const counts = new Map<string, number>();
  for (const json of values) if (json !== undefined) counts.set(json, (counts.get(json) ?? 0) + 1);
  const given = [...counts].map(([json, count]) => ({
    json,
    count,
    value: JSON.parse(json) as unknown,
  }));
  const numbers = given.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  const isStretched = numbers.length === given.length && numbers.length > mostLevels;
  const own = isStretched ? stretchLevels(values) : valueLevels(given);
  const hasAbsent = values.includes(undefined);
  const levels: ParamLevel[] = [...own.levels, ...(hasAbsent ? [{ kind: "absent" } as const] : [])];
  return {
    levels,
    of: values.map((json) => (json === undefined ? levels.length - 1 : own.find(json))),
  };
}

interface FoundLevels {
  readonly levels: readonly ParamLevel[];
  readonly find: (json: string) => number;
}

function valueLevels(
  given: readonly { readonly json: string; readonly count: number; readonly value: unknown }[],
): FoundLevels {
  const kept = given
    .toSorted((a, b) => b.count - a.count || (a.json < b.json ? -1 : 1))
    .slice(0, mostLevels)
    .sort((a, b) => byValue(a.value, b.value) || (a.json < b.json ? -1 : 1));
  const places = new Map(kept.map(({ json }, place) => [json, place]));
  return {
    levels: kept.map(({ value }) => ({ kind: "value", value })),
    find: (json) => places.get(json) ?? -1,
  };
}

function byValue(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return Number(typeof a !== "number") - Number(typeof b !== "number");
}

/** Equal numbers are in one stretch, so that there may be fewer than asked for. */
function stretchLevels(values: readonly (string | undefined)[]): FoundLevels {
  const sorted = values
    .flatMap((json) => (json === undefined ? [] : [Number(json)]))
    .sort((a, b) => a - b);
  const starts = [
    ...new Set(
      Array.from(
        { length: stretches },
        (_, i) => sorted[Math.floor((i * sorted.length) / stretches)] as number,
      ),
    ),
  ];
  const levels = starts.map((from, i): ParamLevel => {
    const next = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    return { kind: "stretch", from, to: sorted.findLast((number) => number < next) ?? from };
  });
  return { levels, find: (json) => starts.findLastIndex((from) => from <= Number(json)) };
}
