"use client";
import { counted, formatParam } from "@epochal/conclusions";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { alignDecimals } from "./columns/align-decimals.ts";
import type { ColumnLook } from "./columns/column-looks.ts";
import { rounded } from "./columns/rounded.ts";
import type { RunColumn } from "./columns/run-column.ts";
import type { TableGroup } from "./columns/table-row.ts";
import { EyeButton } from "./eye-button.tsx";
import { RowCheckbox } from "./row-checkbox.tsx";
import { ShortName } from "./short-name.tsx";
import type { TableActions } from "./table-actions.ts";
import type { NamePlace } from "./use-short-names.ts";

interface GroupNameProps {
  readonly group: TableGroup;
  readonly shorten: (name: string, place: NamePlace) => string;
  readonly selected: boolean;
  readonly tabIndex: 0 | -1;
  readonly actions: TableActions;
  readonly onChoose: (id: string, extending: boolean) => void;
}

/** What the runs of a group have in common, how many they are, whether it is selected, and whether they are listed. */
export function GroupName(props: GroupNameProps) {
  const { group, shorten, selected, tabIndex, actions, onChoose } = props;
  const { id, name, count, open, visible } = group;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <RowCheckbox {...{ id, name, selected, tabIndex, onChoose }} />
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
      <EyeButton {...{ id, name, visible, tabIndex, actions }} />
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 font-medium" title={name} dir="auto">
          <ShortName name={name} place="group" shorten={shorten} />
        </span>
        <span className="block text-muted text-small">{counted(count, "run")}</span>
      </span>
      {actions.groupAddress && <CompareLink address={actions.groupAddress(id)} name={name} />}
    </span>
  );
}

interface CompareLinkProps {
  /** Absent for the group that others are compared with. */
  readonly address: string | undefined;
  readonly name: string;
}

function CompareLink({ address, name }: CompareLinkProps) {
  if (address === undefined) return null;
  return (
    <PageLink
      href={address}
      aria-label={`Compare ${name} with the best group`}
      title="Compare it with the best group"
      className="absolute right-2 bottom-0.5 rounded-control bg-inherit px-1.5 py-0.5 text-accent text-small opacity-0 hover:underline focus-visible:opacity-100 group-hover/row:opacity-100 [@media(pointer:coarse)]:opacity-100"
    >
      compare
    </PageLink>
  );
}

interface GroupValueProps {
  readonly group: TableGroup;
  readonly column: RunColumn;
  readonly look: ColumnLook;
}

/** The mean of a column over the runs of a group, with its spread and of how many it is where some have none; or what they share. */
export function GroupValueCell({ group, column, look }: GroupValueProps) {
  const shared = group.shared?.get(column.id);
  if (shared !== undefined) {
    return (
      <bdi className="block truncate" title={shared}>
        {shared}
      </bdi>
    );
  }
  const value = group.values.get(column.id);
  if (value === undefined || column.format === undefined) return null;
  const { decimals, format } = look;
  const { mean, spread, reach, n } = value;
  const short = (number: number) => format(rounded(number, decimals));
  const around = spread === undefined ? "" : `± ${short(spread)}`;
  // Two numbers must find room where else is one.
  const brief = (number: number) =>
    decimals > 1 ? formatParam(rounded(number, decimals - 1)) : format(number);
  const words = reach === undefined ? around : `${brief(reach.low)}–${brief(reach.high)}`;
  return (
    <>
      <span className="block truncate font-medium">{alignDecimals(format(mean), decimals)}</span>
      <span className="block truncate text-muted text-small" title={words}>
        {words}
        {n < group.count ? ` of ${n}` : ""}
      </span>
    </>
  );
}
