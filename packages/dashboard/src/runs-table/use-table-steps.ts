"use client";
import { useState } from "react";
import type { TableRow } from "./columns/table-row.ts";
import type { EditedPart } from "./keeping-popover.tsx";
import type { TableActions } from "./table-actions.ts";
import { useRowAgain } from "./use-row-again.ts";
import { type RunKey, useRunKeys } from "./use-run-keys.ts";

interface TableStepsArgs {
  /** Of the rows in their order, empty where a row has not come. */
  readonly ids: readonly string[];
  readonly rows: readonly (TableRow | undefined)[];
  readonly scrollTo: (index: number) => void;
  readonly onChoose: (id: string, extending: boolean) => void;
  readonly onEdit: (id: string, part: EditedPart) => void;
  readonly baseline: string | undefined;
  readonly actions: TableActions;
}

/** Which row was stepped on, and what its keys do. One row alone is in the order of the Tab key. */
export function useTableSteps(args: TableStepsArgs) {
  const { ids, rows, scrollTo, onChoose, onEdit, baseline, actions } = args;
  const [active, setActive] = useState<string>();
  const rowOf = (id: string) => rows[ids.indexOf(id)];
  const step = (index: number, extending = false) => {
    const id = ids[index];
    scrollTo(index);
    if (id === undefined || id === "") return;
    setActive(id);
    if (extending) onChoose(id, true);
    // A row far away is made only after the table has scrolled to it.
    if (!focusRow(id)) requestAnimationFrame(() => focusRow(id));
  };
  useRowAgain(ids, step);
  useRunKeys({
    ids,
    onMove: step,
    onKey: (key, id, extending) => {
      const row = rowOf(id);
      const isGroup = row?.kind === "group";
      const edit = (part: EditedPart) => !isGroup && actions.keeping && onEdit(id, part);
      const does: Readonly<Record<RunKey, () => void>> = {
        select: () => onChoose(id, extending),
        visible: () => actions.onToggleVisible(id),
        solo: () => actions.onSolo(id),
        baseline: () => !isGroup && actions.onBaseline(baseline === id ? undefined : id),
        open: () => (isGroup ? actions.onExpand?.(id) : actions.onOpen(id)),
        rename: () => edit("name"),
        tags: () => edit("tags"),
        notes: () => edit("notes"),
        unfold: () => isGroup && !row.open && actions.onExpand?.(id),
        fold: () => isGroup && row.open && actions.onExpand?.(id),
      };
      does[key]();
    },
  });
  const focus = (id: string) => requestAnimationFrame(() => focusRow(id));
  return {
    focus,
    active: active !== undefined && ids.includes(active) ? active : undefined,
    setActive,
  };
}

function focusRow(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-run-link="${CSS.escape(id)}"]`);
  link?.focus();
  return link !== null;
}
