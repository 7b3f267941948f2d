"use client";
import { counted } from "@epochal/conclusions";
import { Button } from "../ui/button.tsx";

interface GroupsBarProps {
  readonly selected: ReadonlySet<string>;
  /** Shows the two selected side by side; undefined unless there are two. */
  readonly onCompare: (() => void) | undefined;
  readonly onClear: () => void;
}

/** What can be done with the selected groups. */
export function GroupsBar({ selected, onCompare, onClear }: GroupsBarProps) {
  if (selected.size === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected groups"
      className="flex flex-wrap items-center gap-2 border-line border-t bg-surface px-3 py-2"
    >
      <span role="status" className="mr-auto font-medium">
        {counted(selected.size, "group")} selected
      </span>
      {onCompare && (
        <Button look="primary" title="Side by side (d)" onClick={onCompare}>
          Compare 2 groups
        </Button>
      )}
      <Button look="plain" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}
