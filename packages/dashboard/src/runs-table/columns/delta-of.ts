import { formatDifference } from "@epochal/conclusions";
import { rounded } from "./rounded.ts";
import type { CellContext, RunColumn } from "./run-column.ts";
import type { TableRun } from "./table-row.ts";

/** How far a value is from the baseline's. */
export interface Delta {
  readonly text: string;
  readonly tone: "better" | "worse" | "even";
}

/** The difference of a run to the baseline in a column; undefined without a baseline, and where one of the two has no number. */
export function deltaOf(
  { numberOf, better }: Pick<RunColumn, "numberOf" | "better">,
  run: TableRun,
  { baseline, decimals }: Pick<CellContext, "baseline" | "decimals">,
  format: (difference: number) => string = formatDifference,
): Delta | undefined {
  if (baseline === undefined || baseline.id === run.id) return undefined;
  const [mine, theirs] = [numberOf?.(run), numberOf?.(baseline)];
  if (mine === undefined || theirs === undefined) return undefined;
  const difference = mine - theirs;
  if (!Number.isFinite(difference)) return undefined;
  const text = format(rounded(difference, decimals));
  if (difference === 0 || better === undefined) return { text, tone: "even" };
  return { text, tone: difference > 0 === (better === "max") ? "better" : "worse" };
}
