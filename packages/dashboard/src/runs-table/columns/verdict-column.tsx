import type { RunColumn } from "./run-column.ts";

/** What the curves of the run say, in a column of its own. */
export const verdictColumn: RunColumn = {
  id: "verdict",
  label: "verdict",
  group: "Run",
  width: 132,
  align: "left",
  cell: ({ verdict }) => (
    <span className="block truncate" title={verdict}>
      {verdict}
    </span>
  ),
};
