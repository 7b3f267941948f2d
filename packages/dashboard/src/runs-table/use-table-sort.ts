"use client";
import {
  type ColumnDef,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { RunColumn } from "./columns/run-column.ts";

const features = tableFeatures({ rowSortingFeature });
const noRows: object[] = [];

/** Sorts by a column, or by it after those that are sorted by already. The rows are sorted elsewhere, over all runs. */
export function useTableSort(
  columns: readonly RunColumn[],
  sorting: SortingState,
  onSort: (sorting: SortingState) => void,
): (id: string, adds: boolean, desc?: boolean) => void {
  const defs = useMemo(
    () =>
      [{ id: "run", order: "name", sortsFirst: "asc" } as const, ...columns].map(
        ({ id, order, sortsFirst }): ColumnDef<typeof features, object, unknown> => ({
          id,
          accessorFn: () => undefined,
          enableSorting: order !== undefined,
          sortDescFirst: sortsFirst === "desc",
        }),
      ),
    [columns],
  );
  const table = useTable(
    {
      features,
      columns: defs,
      data: noRows,
      manualSorting: true,
      enableSortingRemoval: false,
      enableMultiRemove: true,
      state: { sorting },
      onSortingChange: (update) => onSort(typeof update === "function" ? update(sorting) : update),
    },
    ({ sorting: shown }) => ({ sorting: shown }),
  );
  return (id, adds, desc) => table.getColumn(id)?.toggleSorting(desc, adds);
}
