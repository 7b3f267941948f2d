import type { RunColumn } from "./run-column.ts";

/** The notes on the run, on one line. */
export const notesColumn: RunColumn = {
  id: "notes",
  label: "notes",
  group: "Run",
  width: 180,
  align: "left",
  cell: ({ notes }) =>
    notes === "" ? null : (
      <bdi className="block truncate text-muted" title={notes}>
        {notes}
      </bdi>
    ),
};
