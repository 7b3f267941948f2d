"use client";
import type { SortingState } from "@tanstack/react-table";

const words = { asc: "ascending", desc: "descending" } as const;

/** How a head says which way its column is sorted. */
export function ariaSort(sorting: SortingState, id: string) {
  const sort = sorting.find((one) => one.id === id);
  return sort ? words[sort.desc ? "desc" : "asc"] : "none";
}

interface SortButtonProps {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly sorting: SortingState;
  readonly onSort: (id: string, adds: boolean) => void;
}

/** The name of a column, which sorts by it: with Shift after those that are sorted by already. */
export function SortButton({ id, label, title, sorting, onSort }: SortButtonProps) {
  const place = sorting.findIndex((one) => one.id === id);
  const sort = sorting[place];
  return (
    <button
      type="button"
      title={title}
      onClick={({ shiftKey }) => onSort(id, shiftKey)}
      className={`inline-flex min-w-0 items-center gap-0.5 hover:text-text ${sort ? "font-medium text-text" : ""}`}
    >
      <span className="truncate">
        <bdi>{label}</bdi>
      </span>
      <span aria-hidden>
        {sort && (sort.desc ? "↓" : "↑")}
        {sort && sorting.length > 1 && place + 1}
      </span>
    </button>
  );
}
