import type { PrimaryMetric } from "@epochal/conclusions";
import type { SortingState } from "@tanstack/react-table";
import type { RunColumn } from "../runs-table/columns/run-column.ts";

type Ordering = Pick<RunColumn, "id" | "order">;

/** An order of runs, `best:val_auc desc`, as the table has it: a column and its direction. */
export function sortingOf(
  sort: readonly string[],
  metric: PrimaryMetric | undefined,
  columns: readonly Ordering[],
): SortingState {
  const orders = sort.length > 0 || metric === undefined ? sort : [`best:${metric.key}`];
  return orders.map((text) => {
    const [, by = text, direction] = /^(.*?)(?: (asc|desc))?$/s.exec(text) ?? [];
    return {
      id: by === "name" ? "run" : (columns.find(({ order }) => order === by)?.id ?? by),
      desc: direction === undefined ? metric?.direction === "max" : direction === "desc",
    };
  });
}

/** The other way around. */
export function orderOfSorting(sorting: SortingState, columns: readonly Ordering[]): string[] {
  return sorting.map(({ id, desc }) => {
    const by = id === "run" ? "name" : (columns.find((column) => column.id === id)?.order ?? id);
    return `${by} ${desc ? "desc" : "asc"}`;
  });
}
