import { formatDuration } from "@epochal/conclusions";
import { deltaOf } from "./delta-of.ts";
import type { RunColumn } from "./run-column.ts";
import { ValueCell } from "./value-cell.tsx";

const signed = (ms: number) => `${ms > 0 ? "+" : ms < 0 ? "−" : ""}${formatDuration(Math.abs(ms))}`;

/** How long the run took, or has taken until now. */
export const durationColumn: RunColumn = {
  id: "duration",
  label: "duration",
  group: "Run",
  width: 84,
  align: "right",
  order: "duration",
  numberOf: ({ durationMs }) => durationMs,
  format: formatDuration,
  better: "min",
  cell: (run, context) => (
    <ValueCell
      value={formatDuration(run.durationMs)}
      delta={deltaOf(durationColumn, run, context, signed)}
    />
  ),
};
