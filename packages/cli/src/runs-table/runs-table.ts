import {
  briefMoment,
  briefVerdict,
  formatDuration,
  formatValue,
  shownPlace,
} from "@epochal/conclusions";
import { printable } from "@epochal/record";
import { type Column, layOutTable } from "../table/lay-out-table.ts";
import type { ListedRun } from "./listed-run.ts";
import { statusText } from "./status-text.ts";

export interface RunsTableArgs {
  readonly runs: readonly ListedRun[];
  /** The metric whose best and kept values are shown. */
  readonly metric: string | undefined;
  /** Columns of the terminal; without it nothing is cut. */
  readonly width: number | undefined;
  readonly now: Date;
}

const NOTHING = "-";

function columnsFor({ runs, metric, now }: RunsTableArgs): readonly Column<ListedRun>[] {
  const seriesOf = (run: ListedRun) => run.series.find(({ key }) => key === metric);
  const bestOf = (run: ListedRun) => {
    const best = seriesOf(run)?.best;
    if (best === undefined) return NOTHING;
    return `${formatValue(best.value)} @ ${shownPlace(best)}`;
  };
  const keptOf = (run: ListedRun) => {
    const kept = seriesOf(run)?.kept;
    return kept === undefined ? NOTHING : formatValue(kept.value);
  };
  const verdictOf = ({ conclusions: { verdict } }: ListedRun) =>
    verdict === undefined ? NOTHING : briefVerdict(verdict);
  const hasProjects = new Set(runs.map(({ project }) => project)).size > 1;
  return [
    ...(hasProjects
      ? [
          {
            head: "PROJECT",
            cell: (run: ListedRun) => printable(run.project),
            shrinksTo: 6,
            cut: "middle" as const,
          },
        ]
      : []),
    { head: "RUN", cell: (run) => printable(run.name), shrinksTo: 12, cut: "middle" },
    { head: "STATUS", cell: (run) => printable(statusText(run)), shrinksTo: 8 },
    ...(metric === undefined
      ? []
      : [
          // Its head may be cut, and none of its values.
          {
            head: `BEST ${printable(metric)}`,
            cell: bestOf,
            shrinksTo: Math.max(...runs.map((run) => bestOf(run).length)),
          },
          { head: "KEPT", cell: keptOf, align: "point" as const, isOptional: true },
        ]),
    { head: "VERDICT", cell: verdictOf, isOptional: true },
    {
      head: "TIME",
      cell: (run) => formatDuration(run.durationMs),
      align: "right",
      isOptional: true,
    },
    {
      head: "STARTED",
      cell: (run) => briefMoment(run.startedAt.getTime(), now.getTime()),
      align: "right",
      isOptional: true,
    },
  ];
}

/** The runs in columns. Where the terminal is too narrow, reasons and names are cut, and then the last columns left out. */
export function runsTable(args: RunsTableArgs): string {
  return layOutTable({ columns: columnsFor(args), rows: args.runs, width: args.width });
}
