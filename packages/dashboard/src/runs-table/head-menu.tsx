"use client";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Menu, type MenuAction } from "../ui/menu.tsx";
import { type ColumnLayout, shiftColumn } from "./column-layout.ts";
import type { RunColumn } from "./columns/run-column.ts";
import { isColorable } from "./is-colorable.ts";

export interface HeadCell {
  readonly column: RunColumn;
  /** The ids of the columns that are shown, in their order. */
  readonly shown: readonly string[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  readonly onSort: (id: string, adds: boolean, desc?: boolean) => void;
  readonly onColor: ((id: string) => void) | undefined;
  readonly resize: (id: string, width: number | undefined) => void;
}

/** What can be done with a column, by keyboard, too. */
export function HeadMenu({ column, shown, layout, onLayout, onSort, onColor, resize }: HeadCell) {
  const { id, label, order } = column;
  const isPinned = layout.pinned.includes(id);
  const pinned = isPinned ? layout.pinned.filter((other) => other !== id) : [...layout.pinned, id];
  const move = (by: -1 | 1) => onLayout({ ...layout, shown: shiftColumn(shown, id, by) });
  const sorts: readonly MenuAction[] = order
    ? [
        { label: "Sort: smallest first", onChoose: () => onSort(id, false, false) },
        { label: "Sort: largest first", onChoose: () => onSort(id, false, true) },
        { label: "Then sort by it", keys: "Shift + click", onChoose: () => onSort(id, true) },
      ]
    : [];
  return (
    <Menu
      trigger={
        <Button
          look="plain"
          shape="icon"
          aria-label={`Column ${label}`}
          className="-mr-2 size-5 opacity-0 focus-visible:opacity-100 group-hover/head:opacity-100 data-[popup-open]:opacity-100 [@media(pointer:coarse)]:opacity-100"
        >
          <Icon name="chevronDown" className="size-3" />
        </Button>
      }
      actions={[
        ...sorts,
        ...(onColor && isColorable(id)
          ? [{ label: "Colour lines by it", onChoose: () => onColor(id) }]
          : []),
        {
          label: isPinned ? "Unpin" : "Pin to the left",
          icon: "pin",
          separated: sorts.length > 0,
          onChoose: () => onLayout({ ...layout, pinned }),
        },
        { label: "Move left", disabled: shown[0] === id, onChoose: () => move(-1) },
        { label: "Move right", disabled: shown.at(-1) === id, onChoose: () => move(1) },
        { label: "Usual width", onChoose: () => resize(id, undefined) },
        {
          label: "Hide",
          icon: "eyeOff",
          separated: true,
          onChoose: () => onLayout({ ...layout, shown: shown.filter((other) => other !== id) }),
        },
      ]}
    />
  );
}
