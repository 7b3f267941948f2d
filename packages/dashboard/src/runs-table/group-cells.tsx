"use client";
import { counted } from "@epochal/conclusions";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { alignDecimals } from "./columns/align-decimals.ts";
import type { RunColumn } from "./columns/run-column.ts";
import type { TableGroup } from "./columns/table-row.ts";
import type { TableActions } from "./table-actions.ts";

interface GroupNameProps {
  readonly group: TableGroup;
  readonly tabIndex: 0 | -1;
  readonly actions: TableActions;
}

/** What the runs of a group have in common, how many they are, and whether they are listed. */
export function GroupName({ group, tabIndex, actions }: GroupNameProps) {
  const { id, name, count, open, visible } = group;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Button
        look="plain"
        shape="icon"
        tabIndex={tabIndex}
        aria-expanded={open}
        aria-label={`Runs of ${name}`}
        data-run-link={id}
        className="size-4!"
        onClick={() => actions.onExpand?.(id)}
      >
        <Icon name={open ? "chevronDown" : "chevronRight"} />
      </Button>
      <Button
        look="plain"
        shape="icon"
        tabIndex={tabIndex}
        aria-pressed={visible}
        aria-label={`Show ${name}`}
        title={`${visible ? "Hide" : "Show"} its curves (x); alone: s, or Alt and a click`}
        onClick={({ altKey }) => (altKey ? actions.onSolo(id) : actions.onToggleVisible(id))}
      >
        <Icon name={visible ? "eye" : "eyeOff"} />
      </Button>
      <span className="min-w-0">
        <span className="block truncate font-medium" title={name} dir="auto">
          {name}
        </span>
        <span className="block text-muted text-small">{counted(count, "run")}</span>
      </span>
    </span>
  );
}

interface GroupValueProps {
  readonly group: TableGroup;
  readonly column: RunColumn;
  readonly decimals: number;
}

/** The mean of a column over the runs of a group, with its spread and of how many it is where some have none. */
export function GroupValueCell({ group, column, decimals }: GroupValueProps) {
  const value = group.values.get(column.id);
  const { format } = column;
  if (value === undefined || format === undefined) return null;
  const { mean, spread, n } = value;
  return (
    <>
      <span className="block truncate font-medium">{alignDecimals(format(mean), decimals)}</span>
      <span className="block truncate text-muted text-small">
        {spread === undefined ? "" : `± ${format(spread)}`}
        {n < group.count ? ` of ${n}` : ""}
      </span>
    </>
  );
}
