"use client";
import type { ReactTable } from "@tanstack/react-table";
import { columnLayout } from "./column-layout.ts";
import type { columnFeatures } from "./columns/column-features.ts";
import type { RunRow } from "./columns/run-row.ts";

interface RunsTableHeadProps {
  readonly table: ReactTable<typeof columnFeatures, RunRow, object>;
}

const words = { asc: "ascending", desc: "descending" } as const;

/** The heads of the columns; each sorts by its own. */
export function RunsTableHead({ table }: RunsTableHeadProps) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {group.headers.map(({ id, column }) => {
            const sorted = column.getIsSorted();
            const label = String(column.columnDef.header);
            const pinned = id === "run" ? "left-0 z-20 pl-4" : "z-10 px-2";
            return (
              <th
                key={id}
                scope="col"
                aria-sort={sorted ? words[sorted] : column.getCanSort() ? "none" : undefined}
                className={`sticky top-0 h-8 border-line border-b bg-surface font-normal text-small text-muted ${pinned} ${columnLayout(id)}`}
              >
                {column.getCanSort() ? (
                  <button
                    type="button"
                    title={`Sort by ${label}`}
                    onClick={() => column.toggleSorting()}
                    className={`inline-flex max-w-full items-center gap-0.5 hover:text-text ${sorted ? "font-medium text-text" : ""}`}
                  >
                    <span className="truncate">{label}</span>
                    <span aria-hidden>{sorted === "desc" ? "↓" : sorted === "asc" ? "↑" : ""}</span>
                  </button>
                ) : (
                  <span className="block truncate" title={label}>
                    {label}
                  </span>
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}
