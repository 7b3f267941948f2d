import type { RunColumn } from "./run-column.ts";
import { StatusIcon } from "./status-icon.tsx";

/** How the run stands or ended, in a column of its own. */
export const statusColumn: RunColumn = {
  id: "status",
  order: "status",
  label: "status",
  group: "Run",
  width: 168,
  align: "left",
  cell: ({ state, status }) => (
    <span className="flex" title={status.text}>
      <StatusIcon state={state} tone={status.tone} text={status.text} />
    </span>
  ),
};
