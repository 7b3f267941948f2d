"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ColumnLayout } from "./column-layout.ts";
import { type RunColumn, widthOf } from "./columns/run-column.ts";

interface ShownColumnsArgs {
  readonly columns: readonly RunColumn[];
  readonly usual: readonly string[];
  readonly layout: ColumnLayout;
  readonly hasBaseline: boolean;
}

/** The columns in the order they stand: pinned ones first, each with the place it stays at. */
export function useShownColumns({ columns, usual, layout, hasBaseline }: ShownColumnsArgs) {
  const nameRef = useRef<HTMLTableCellElement>(null);
  const [nameWidth, setNameWidth] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the width of the names follows from the layout
  useEffect(() => setNameWidth(nameRef.current?.offsetWidth), [layout]);
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const wanted = (layout.shown ?? usual).filter((id) => byId.has(id));
    const pinned = wanted.filter((id) => layout.pinned.includes(id));
    const shown = [...pinned, ...wanted.filter((id) => !layout.pinned.includes(id))];
    const ordered = shown.flatMap((id) => byId.get(id) ?? []);
    const offsets = new Map<string, number>();
    const widthIn = (column: RunColumn | undefined) =>
      column ? widthOf(column, layout.widths, hasBaseline) : 0;
    let left = nameWidth;
    for (const id of left === undefined ? [] : pinned) {
      if (left === undefined) break;
      offsets.set(id, left);
      left += widthIn(byId.get(id));
    }
    return { ordered, shown, offsets, nameRef };
  }, [columns, usual, layout, hasBaseline, nameWidth]);
}
