import type { ReactNode } from "react";
import type { TableRow, TableRun } from "./table-row.ts";

/** What a cell is told besides its run. */
export interface CellContext {
  /** The run that others are compared with; absent where there is none, and in its own row. */
  readonly baseline?: TableRun;
  /** How many digits the numbers of this column have after the point. */
  readonly decimals: number;
  /** How its numbers read beside each other. */
  readonly format: (value: number) => string;
  /** The time, in milliseconds since 1970. Undefined until the browser has taken over the server's page. */
  readonly now: number | undefined;
}

/** A column of the runs table. */
export interface RunColumn {
  /** As a URL and a kept layout name it: `best`, `last:val_loss`, `param:optimizer.lr`. */
  readonly id: string;
  /** The cell that it shows of a run, as the server is asked for it; absent where every row has it. */
  readonly asks?: string;
  /** The order it sorts by, as the server is asked for it: `best:val_auc`. Absent where it sorts nothing. */
  readonly order?: string;
  readonly label: string;
  /** What stands under one heading where columns are chosen. */
  readonly group: "Run" | "Judged by" | "Metrics" | "Params" | "Tags" | "Machine";
  /** In pixels, until a person makes it wider or narrower. */
  readonly width: number;
  /** So much wider while differences to a baseline stand in it. */
  readonly deltaWidth?: number;
  readonly align: "left" | "right";
  /** Which way the first press sorts. @default "asc" */
  readonly sortsFirst?: "asc" | "desc";
  /** Its number of a run; absent for columns of words. */
  readonly numberOf?: (run: TableRun) => number | undefined;
  /** How its numbers read. */
  readonly format?: (value: number) => string;
  /** Which way is better; absent where neither is. */
  readonly better?: "max" | "min";
  readonly cell: (run: TableRun, context: CellContext) => ReactNode;
}

/** The number of a row, be it of a run or of a group. */
export function numberOf(column: RunColumn, row: TableRow): number | undefined {
  return row.kind === "run" ? column.numberOf?.(row) : row.values.get(column.id)?.mean;
}

/** How wide a column is. */
export function widthOf(
  { id, width, deltaWidth = 0 }: RunColumn,
  widths: Readonly<Record<string, number>>,
  hasBaseline: boolean,
): number {
  return widths[id] ?? width + (hasBaseline ? deltaWidth : 0);
}
