"use client";
import { naturalOrder } from "@epochal/conclusions";
import type { RunColor } from "@epochal/panel/charts";
import { useMemo, useRef } from "react";
import { type ColoredRuns, coloredRuns } from "../colors/colored-runs.ts";
import type { ColorableRun } from "../colors/colors-of.ts";
import { type ColoredValue, valueColors } from "../colors/value-colors.ts";
import { isColorable } from "../runs-table/is-colorable.ts";
import type { RunRow } from "../wire/answers.ts";
import type { CompareState } from "./search-params.ts";

interface ColorsArgs {
  readonly state: CompareState;
  /** The selected runs, in the order in which they were selected. */
  readonly selected: readonly ColorableRun[];
  /** The runs or groups that are drawn, the best first. */
  readonly best: readonly ColorableRun[];
  /** How often a person asked to see what has come since. @default never */
  readonly generation?: number;
  /** Whether what was asked last has not been answered yet. */
  readonly isPending: boolean;
}

/** Colours of the selected runs, else of the best that are drawn; they stay until a person asks for something else. */
export function useOwnColors(args: ColorsArgs): ColoredRuns["colors"] {
  const { state, selected, best, generation = 0, isPending } = args;
  const { where, metric, hide, only, select, group, groups } = state;
  const previous = useRef<ColoredRuns>(undefined);
  const asked = JSON.stringify([
    where,
    state.in,
    metric,
    hide,
    only,
    select,
    group,
    groups,
    generation,
  ]);
  previous.current = coloredRuns(previous.current, {
    // The answer to what was asked before colours nothing.
    asked: isPending ? (previous.current?.asked ?? "") : asked,
    selected,
    best,
  });
  return previous.current.colors;
}

/** What colours are of, instead of runs: the colour of each run that is known, and how a legend tells of them. */
export interface TakenColors {
  readonly colors: ReadonlyMap<string, RunColor>;
  readonly legend: Pick<ReturnType<typeof valueColors>, "kind" | "legend">;
}

/** Colours by a param or a tag; undefined where runs have colours of their own. @param at where the cell of `color` is in the rows */
export function useTakenColors(
  color: string | null,
  rows: readonly RunRow[],
  at: number,
): TakenColors | undefined {
  return useMemo(() => {
    if (color === null || !isColorable(color)) return undefined;
    const values = rows.map((row) => (color === "tags" ? tagsOf(row) : valueIn(row.cells[at])));
    const { colorOf, kind, legend } = valueColors(values);
    return {
      colors: new Map(rows.map(({ id }, index) => [id, colorOf(values[index])])),
      legend: { kind, legend },
    };
  }, [color, rows, at]);
}

/** Runs with the same tags have the same colour. */
function tagsOf({ tags }: RunRow): ColoredValue {
  return tags.length === 0 ? undefined : [...tags].sort(naturalOrder).join(", ");
}

function valueIn(cell: RunRow["cells"][number] | undefined): ColoredValue {
  if (!cell) return undefined;
  return "value" in cell ? cell.value : (cell.number ?? cell.text);
}
