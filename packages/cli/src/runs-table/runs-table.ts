import { briefVerdict } from "@epochal/conclusions";
import Table from "cli-table3";
import { printable } from "../terminal/printable.ts";
import { formatDuration } from "./format-duration.ts";
import { formatMoment } from "./format-moment.ts";
import { formatNumber } from "./format-number.ts";
import type { ListedRun } from "./listed-run.ts";
import { statusText } from "./status-text.ts";

export interface RunsTableArgs {
  readonly runs: readonly ListedRun[];
  /** Of which metric to show the best and the kept value. */
  readonly metric: string | undefined;
  /** Columns of the terminal; without it nothing is cut. */
  readonly width: number | undefined;
  readonly now: Date;
}

interface Column {
  readonly head: string;
  readonly cell: (run: ListedRun) => string;
  readonly right?: boolean;
  /** The width it may shrink to where the terminal is too narrow. */
  readonly shrinksTo?: number;
}

const GAP = 2;
const NOTHING = "-";

function columnsFor({ runs, metric, now }: RunsTableArgs): readonly Column[] {
  const seriesOf = (run: ListedRun) => run.series.find(({ key }) => key === metric);
  const bestOf = (run: ListedRun) => {
    const best = seriesOf(run)?.best;
    if (best === undefined) return NOTHING;
    return `${formatNumber(best.value)} @ ${best.epoch ?? best.step}`;
  };
  const keptOf = (run: ListedRun) => {
    const kept = seriesOf(run)?.kept;
    return kept === undefined ? NOTHING : formatNumber(kept.value);
  };
  const verdictOf = ({ conclusions: { verdict } }: ListedRun) =>
    verdict === undefined ? NOTHING : briefVerdict(verdict);
  const hasProjects = new Set(runs.map(({ project }) => project)).size > 1;
  return [
    ...(hasProjects
      ? [{ head: "PROJECT", cell: (run: ListedRun) => printable(run.project), shrinksTo: 10 }]
      : []),
    { head: "RUN", cell: (run) => printable(run.name), shrinksTo: 12 },
    { head: "STATUS", cell: (run) => printable(statusText(run)), shrinksTo: 8 },
    ...(metric === undefined
      ? []
      : [
          { head: `BEST ${printable(metric)}`, cell: bestOf, shrinksTo: 10 },
          { head: "KEPT", cell: keptOf, right: true },
        ]),
    { head: "VERDICT", cell: verdictOf, shrinksTo: 11 },
    { head: "TIME", cell: (run) => formatDuration(run.durationMs), right: true },
    { head: "STARTED", cell: (run) => formatMoment(run.startedAt, now), right: true },
  ];
}

function emptyTable(options: Table.TableConstructorOptions = {}): Table.Table {
  const none = ["top", "bottom", "left", "mid", "right", "middle"].flatMap((place) => [
    [place, ""],
    [`${place}-mid`, ""],
    [`${place}-left`, ""],
    [`${place}-right`, ""],
  ]);
  return new Table({
    ...options,
    chars: Object.fromEntries(none),
    style: { "padding-left": 0, "padding-right": GAP, head: [], border: [], compact: true },
  });
}

/** Takes from the widest column that can spare some, until all fit. */
function shrink(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, one) => sum + one, 0) - GAP - width;
  for (; excess > 0; excess--) {
    const spare = widths.map((one, place) => {
      const least = columns[place]?.shrinksTo;
      return least !== undefined && one > least + GAP ? one : 0;
    });
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** The runs in columns. Where the terminal is too narrow, reasons and names are cut. */
export function runsTable(args: RunsTableArgs): string {
  const columns = columnsFor(args);
  const rows = [
    columns.map(({ head }) => head),
    ...args.runs.map((run) => columns.map(({ cell }) => cell(run))),
  ];
  const natural = columns.map((_, place) => {
    const alone = emptyTable();
    alone.push(...rows.map((row) => [row[place]]));
    return alone.width;
  });
  const table = emptyTable({
    colWidths: args.width === undefined ? [...natural] : shrink(columns, natural, args.width),
    colAligns: columns.map(({ right }) => (right ? "right" : "left")),
  });
  table.push(...rows);
  const lines = table.toString().split("\n");
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}
