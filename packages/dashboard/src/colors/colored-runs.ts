import type { RunColor } from "@epochal/panel/charts";
import { type ColorableRun, colorsOf } from "./colors-of.ts";
import { runPalette } from "./run-palette.ts";

/** Which runs are coloured, and what a person had asked for when that was decided. */
export interface ColoredRuns {
  readonly asked: string;
  readonly colors: ReadonlyMap<string, RunColor>;
}

export interface ColoredRunsArgs {
  /** What a person chose: filter, selection, grouping, and how often the page was loaded. Colours change only where this text does. */
  readonly asked: string;
  /** The selected runs, in the order in which they were selected. */
  readonly selected: readonly ColorableRun[];
  /** The runs that match the filter, the best first. Only the first twelve are looked at. */
  readonly best: readonly ColorableRun[];
}

/**
 * The colours of at most twelve runs: of those selected, else of the best that match. A run that arrives, ends or overtakes another
 * changes nothing: the answer is `previous` itself until a person asks for something else.
 */
export function coloredRuns(
  previous: ColoredRuns | undefined,
  { asked, selected, best }: ColoredRunsArgs,
): ColoredRuns {
  if (previous?.asked === asked) return previous;
  const runs = (selected.length > 0 ? selected : best).slice(0, runPalette.length);
  return { asked, colors: colorsOf(runs) };
}
