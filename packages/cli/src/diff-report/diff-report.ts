import {
  comparisonWords,
  epochWords,
  formatDifference,
  formatDuration,
  formatValue,
  paramText,
  primaryMetric,
  type RunComparison,
  type RunConclusions,
  type SeriesComparison,
  shownPlace,
  type ValuePair,
} from "@epochal/conclusions";
import { printable } from "@epochal/record";
import { statusText } from "../runs-table/status-text.ts";
import { layOutTable } from "../table/lay-out-table.ts";
import { wrap } from "../table/wrap.ts";
import { codeLines } from "./code-lines.ts";

export interface DiffReportArgs {
  readonly comparison: RunComparison;
  readonly conclusions: readonly [RunConclusions, RunConclusions];
  /** The metric to compare by. @default the one that fits both runs best */
  readonly metric?: string | undefined;
  /** Columns of the terminal; without it nothing is cut. */
  readonly width: number | undefined;
}

type Row = readonly string[];

/** What two runs differ in, for a terminal: in words first. */
export function diffReport({ comparison, conclusions, metric, width }: DiffReportArgs): string {
  const { a, b, params, card } = comparison;
  const runs = [a, b].map(({ series }, at) => ({ series, conclusions: conclusions[at] ?? {} }));
  const key = metric ?? primaryMetric(runs)?.key;
  const table = (head: Row, rows: readonly Row[]) =>
    rows.length === 0 ? "" : layOutTable({ columns: head.map(column), rows, width });
  const sections = [
    [a, b]
      .map((run, at) => {
        const status = statusText({ ...run, conclusions: conclusions[at] ?? conclusions[0] });
        const told = `${printable(run.name)} · ${run.id} · ${printable(status)}`;
        return `${wrap(told, width, `${"AB"[at]}  `)}\n`;
      })
      .join(""),
    comparisonWords(comparison)
      .map((sentence) => `${wrap(printable(sentence), width)}\n`)
      .join(""),
    table(["METRIC", "AT", "A", "B", "B - A", ""], valueRows(comparison, key)),
    table(["PARAM", "A", "B"], differing(params)),
    table(
      ["CARD", "A", "B"],
      differing(card).filter(([path]) => path !== "code.diff"),
    ),
    codeLines(card),
  ];
  return sections.filter((text) => text !== "").join("\n");
}

function column(head: string, at: number) {
  const cell = (row: Row) => printable(row[at] ?? "");
  if (head === "B - A") return { head, cell, align: "point" as const };
  return { head, cell, shrinksTo: 8, cut: "middle" as const };
}

/** The metric that is compared by gets most rows. The others get only their best or last value. */
function valueRows({ series }: RunComparison, key: string | undefined): Row[] {
  const first = series.filter((each) => each.key === key);
  const others = series.filter((each) => each.key !== key && each.kind !== "system");
  return [
    ...first.flatMap((each) => [
      ...pairRow(each, "best", each.best),
      ...pairRow(each, "kept", each.kept),
      ...pairRow(each, "last", each.last),
      ...pairRow(each, each.equalEpoch && epochWords(each.equalEpoch.epoch), each.equalEpoch),
      ...pairRow(
        each,
        each.equalTime && `after ${formatDuration(each.equalTime.ms)}`,
        each.equalTime,
      ),
    ]),
    ...others.flatMap((each) => pairRow(each, each.best ? "best" : "last", each.best ?? each.last)),
  ];
}

function pairRow(
  { key, per }: SeriesComparison,
  at: string | undefined,
  pair: ValuePair | undefined,
): Row[] {
  if (at === undefined || pair === undefined) return [];
  const isPlaced = at === "best" || at === "kept" || at === "last";
  const value = (each: ValuePair["a"]) => {
    if (each === undefined) return "-";
    return isPlaced
      ? `${formatValue(each.value)} @ ${shownPlace(each, per)}`
      : formatValue(each.value);
  };
  const difference = pair.difference === undefined ? "-" : formatDifference(pair.difference);
  const judged = { a: "A is better", b: "B is better", same: "", none: "" }[pair.better ?? "none"];
  return [[key, at, value(pair.a), value(pair.b), difference, judged]];
}

function differing({ differing, onlyInA, onlyInB }: RunComparison["params"]): Row[] {
  return [
    ...differing.map(({ path, a, b }) => [path, paramText(a), paramText(b)]),
    ...onlyInA.map(({ path, value }) => [path, paramText(value), "-"]),
    ...onlyInB.map(({ path, value }) => [path, "-", paramText(value)]),
  ];
}
