import type { TableRun } from "../src/runs-table/columns/table-row.ts";

/** A finished run as a row of the table, with what `changes` says otherwise. */
export function tableRun(changes: Partial<TableRun> & { readonly id: string }): TableRun {
  return {
    kind: "run",
    name: changes.id,
    state: "finished",
    status: { text: "finished · 20 epochs", tone: "muted" },
    startedAt: 0,
    durationMs: 60_000,
    tags: [],
    notes: "",
    visible: true,
    cells: new Map(),
    ...changes,
  };
}
