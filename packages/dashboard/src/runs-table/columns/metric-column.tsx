import { formatValue, placeWords, type SeriesValue } from "@epochal/conclusions";
import { deltaOf } from "./delta-of.ts";
import type { RunColumn } from "./run-column.ts";
import type { TableRun } from "./table-row.ts";
import { ValueCell } from "./value-cell.tsx";

export interface MetricColumnArgs {
  /** Of the series: `val_auc`. */
  readonly key: string;
  readonly which: "best" | "last" | "kept";
  readonly better?: "max" | "min";
  /** What the runs are judged by has shorter ids, and stands first. */
  readonly judging?: boolean;
}

/** Best, last or kept value of a metric, and the epoch it was taken in. */
export function metricColumn({ key, which, better, judging = false }: MetricColumnArgs): RunColumn {
  const asked = `${which}:${key}`;
  const takenOf = (run: TableRun) => (judging ? run.judged?.[which] : cellOf(run, asked));
  const column: RunColumn = {
    id: judging ? which : asked,
    ...(!judging && { asks: asked }),
    order: asked,
    label: judging ? which : `${which} ${key}`,
    group: judging ? "Judged by" : "Metrics",
    width: judging ? 82 : 112,
    ...(which === "best" && { deltaWidth: 46 }),
    align: "right",
    sortsFirst: better === "min" ? "asc" : "desc",
    numberOf: (run) => takenOf(run)?.value,
    format: formatValue,
    ...(better && { better }),
    cell: (run, context) => {
      const value = takenOf(run);
      if (value === undefined) return null;
      const delta = deltaOf(column, run, context);
      return (
        <ValueCell
          value={context.format(value.value)}
          decimals={context.decimals}
          strong={judging && which === "best"}
          tone={Number.isFinite(value.value) ? undefined : "bad"}
          delta={delta}
          below={which === "best" || delta === undefined ? placeWords(value) : undefined}
        />
      );
    },
  };
  return column;
}

function cellOf(run: TableRun, asked: string): SeriesValue | undefined {
  const cell = run.cells.get(asked);
  return cell && "value" in cell && cell.step !== undefined
    ? { ...cell, step: cell.step }
    : undefined;
}
