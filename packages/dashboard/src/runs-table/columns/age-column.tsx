import { formatAge, formatMoment } from "@epochal/conclusions";
import type { RunColumn } from "./run-column.ts";

/** When the run was started. */
export const ageColumn: RunColumn = {
  id: "started",
  order: "started",
  label: "started",
  group: "Run",
  width: 92,
  align: "left",
  sortsFirst: "desc",
  // The time is known only in the browser, whose clock tells the moment.
  cell: ({ startedAt }, { now }) =>
    now === undefined ? null : (
      <span className="block truncate text-muted" title={formatMoment(startedAt)}>
        {formatAge(startedAt, now)}
      </span>
    ),
};
