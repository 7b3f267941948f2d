"use client";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
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
  readonly baseline: string | undefined;
  readonly actions: TableActions;
}

/** What of which run is edited where its row stands. */
interface Edited {
  readonly id: string;
  readonly part: EditedPart;
}

/** Which row was stepped on, what its keys do, and what of it is edited. One row alone is in the order of the Tab key. */
export function useTableSteps(args: TableStepsArgs) {
  const { ids, rows, scrollTo, onChoose, baseline, actions } = args;
  const [active, setActive] = useState<string>();
  const [edited, setEdited] = useState<Edited>();
  /** A row that was stepped on and is not there yet: one far away is made after the table has scrolled to it. */
  const awaited = useRef<string>(undefined);
  /** The row of a name that is no longer edited. */
  const left = useRef<string>(undefined);
  const rowOf = (id: string) => rows[ids.indexOf(id)];
  const step = (index: number, extending = false) => {
    const id = ids[index];
    scrollTo(index);
    if (id === undefined || id === "") return;
    setActive(id);
    if (extending) onChoose(id, true);
    awaited.current = focusRow(id) ? undefined : id;
  };
  useEffect(() => {
    if (awaited.current !== undefined && focusRow(awaited.current)) awaited.current = undefined;
  });
  useLayoutEffect(() => {
    if (edited !== undefined || left.current === undefined) return;
    focusRow(left.current);
    left.current = undefined;
  }, [edited]);
  useRowAgain(ids, step);
  useRunKeys({
    ids,
    active,
    awaited: () => awaited.current,
    isOff: edited !== undefined,
    onMove: step,
    onKey: (key, id, extending) => {
      const row = rowOf(id);
      const isGroup = row?.kind === "group";
      const edit = (part: EditedPart) => !isGroup && actions.keeping && setEdited({ id, part });
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
  return {
    edited,
    /** @param byKey whether the keyboard is on the row again once it is no longer edited */
    edit: (id: string, part: EditedPart | undefined, byKey = false) => {
      if (byKey) left.current = id;
      setEdited(part && { id, part });
    },
    active: active !== undefined && ids.includes(active) ? active : undefined,
    setActive,
  };
}

function focusRow(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-run-link="${CSS.escape(id)}"]`);
  link?.focus();
  return link !== null;
}
