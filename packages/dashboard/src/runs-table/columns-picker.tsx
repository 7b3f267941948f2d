"use client";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { PickList } from "../ui/pick-list.tsx";
import { Popover } from "../ui/popover.tsx";
import type { ColumnLayout } from "./column-layout.ts";
import type { RunColumn } from "./columns/run-column.ts";

interface ColumnsPickerProps {
  readonly columns: readonly RunColumn[];
  /** The ids that are shown until a person chooses. */
  readonly usual: readonly string[];
  /** The ids of params on which the listed runs differ. */
  readonly differing: readonly string[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
}

/** Which columns are shown: any metric, param or fact is found by a word, and what differs comes with one press. */
export function ColumnsPicker(props: ColumnsPickerProps) {
  const { columns, usual, differing, layout, onLayout } = props;
  const shown = layout.shown ?? usual;
  const groups = [...new Set(columns.map(({ group }) => group))].map((group) => ({
    value: group,
    items: columns
      .filter((column) => column.group === group)
      .map(({ id, label }) => {
        const path = id.startsWith("param:") ? id.slice("param:".length) : "";
        return { value: id, label, ...(path !== "" && path !== label && { note: path }) };
      }),
  }));
  const missing = differing.filter((id) => !shown.includes(id));
  return (
    <Popover
      label="Columns"
      className="w-[320px] p-3"
      trigger={
        <Button title="Choose the columns of the table">
          <Icon name="columns" />
          <span className="max-sm:sr-only">Columns</span>
        </Button>
      }
    >
      <PickList
        label="Find a column"
        placeholder="Metric, param, tag, machine…"
        empty="No column has this name."
        groups={groups}
        picked={shown}
        onPick={(picked) => onLayout({ ...layout, shown: [...picked] })}
      />
      <div className="mt-2 flex gap-2 border-line border-t pt-2.5">
        <Button
          look="primary"
          disabled={missing.length === 0}
          onClick={() => onLayout({ ...layout, shown: [...shown, ...missing] })}
        >
          What differs
        </Button>
        <Button onClick={() => onLayout({ pinned: [], widths: {} })}>Usual columns</Button>
      </div>
    </Popover>
  );
}
