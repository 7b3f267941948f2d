import { briefVerdict, describeStatus } from "@epochal/conclusions";
import type { RunColor } from "@epochal/panel/charts";
import type { RunRow } from "../wire/answers.ts";
import type { TableRun } from "./columns/table-row.ts";

export interface ToTableRunArgs {
  /** What the cells of the row were asked for, in their order. */
  readonly columns: readonly string[];
  readonly visible: boolean;
  /** Absent where the run is grey. */
  readonly color?: RunColor | undefined;
  /** Where its best value stands on the axis of its sparkline. */
  readonly bestX?: number | undefined;
  readonly now: number | undefined;
}

/** What of the server's answer a row shows. */
type ShownRow = Pick<
  RunRow,
  | "id"
  | "name"
  | "label"
  | "status"
  | "startedAt"
  | "endedAt"
  | "durationMs"
  | "tags"
  | "notes"
  | "judged"
  | "cells"
  | "conclusions"
>;

/** A run of the server's answer as a row of the table. */
export function toTableRun(row: ShownRow, args: ToTableRunArgs): TableRun {
  const { columns, visible, color, bestX, now } = args;
  const { id, name, label, status, startedAt, durationMs, tags, notes, judged, conclusions } = row;
  const { verdict } = conclusions;
  const cells = columns.flatMap((column, index) => {
    const cell = row.cells[index];
    return cell ? [[column, cell] as const] : [];
  });
  return {
    kind: "run",
    id,
    name: label,
    ...(name !== label && { storedName: name }),
    state: status.state,
    status: describeStatus(row, now),
    // The status of a run that diverged says so already.
    ...(verdict && verdict.rule !== "diverged" && { verdict: briefVerdict(verdict) }),
    startedAt,
    durationMs,
    tags,
    notes,
    visible,
    ...(color && { color }),
    ...(judged && { judged }),
    cells: new Map(cells),
    ...(bestX !== undefined && { bestX }),
  };
}
