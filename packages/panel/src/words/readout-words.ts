import { counted, formatDifference, formatValue, formatValues } from "@epochal/conclusions";
import type { ChartLine } from "../lines/chart-line.ts";
import type { ChartRun, XAxis } from "../lines/chart-run.ts";
import { chosenRows, type ReadoutRow, rowValue } from "./readout-rows.ts";

const MOST_SPOKEN = 5;

/** What is read where there is no cursor: the last place of each curve, of all or of what is shown. */
export function lastWords(xAxis: XAxis, per: "epoch" | "batch", isZoomed: boolean): string {
  const place = xAxis === "epoch" ? per : xAxis === "step" ? "step" : "value";
  return `last ${place}${isZoomed ? " shown" : ""}`;
}

/** What the values of a readout are, where they are not those that are drawn or were logged; undefined where they are: "raw" beside a smoothed line. */
export function readoutNote(
  runs: readonly ChartRun[],
  lines: readonly Pick<ChartLine, "n" | "smooth">[],
): string | undefined {
  const isOfRuns = runs.some(({ group }) => group !== undefined);
  const isMean = lines.some(({ n }) => n?.some((count) => count > 1));
  const notes = [
    ...(lines.some(({ smooth }) => smooth) ? ["raw"] : []),
    ...(isOfRuns ? ["means of runs"] : isMean ? ["means"] : []),
  ];
  return notes.length === 0 ? undefined : notes.join(" ");
}

/** The values of a readout for those who do not see it: the first ones, and those of `keep` in any case. */
export function spokenRows(
  rows: readonly ReadoutRow[],
  keep: readonly (string | undefined)[],
): string {
  const chosen = chosenRows(rows, MOST_SPOKEN, keep);
  const more = rows.length - chosen.length;
  const isBoth = chosen.some(({ validation }) => validation !== undefined);
  const texts = formatValues(chosen.map((row) => rowValue(row) ?? Number.NaN));
  const words = chosen.map((row, i) => {
    const { train, delta, isBaseline, spread, n, run } = row;
    const value = rowValue(row);
    const isTrain = isBoth && row.validation === undefined && train !== undefined;
    const said = value === undefined ? "no value" : `${isTrain ? "training " : ""}${texts[i]}`;
    const beside =
      isBoth && !isTrain && train !== undefined ? `, training ${formatValue(train)}` : "";
    const against = isBaseline ? ", the baseline" : "";
    const difference = delta === undefined ? "" : `, ${formatDifference(delta)} to the baseline`;
    const range = spread && `, ${formatValue(spread.low)} to ${formatValue(spread.high)}`;
    const count = run.group === undefined || n === undefined ? "" : `, ${counted(n, "run")}`;
    return `${run.label} ${said}${range ?? ""}${count}${beside}${against}${difference}`;
  });
  return [...words, ...(more > 0 ? [`${more} more`] : [])].join("; ");
}
