"use client";
import { formatValue } from "@epochal/conclusions";
import type { Signal } from "@epochal/panel/charts";
import { useSignal } from "../charts/use-signal.ts";
import { RunSwatch } from "../colors/run-swatch.tsx";
import type { ColumnLook } from "./columns/column-looks.ts";
import type { RunColumn } from "./columns/run-column.ts";
import type { TableRow, TableRun } from "./columns/table-row.ts";
import { GroupName, GroupValueCell } from "./group-cells.tsx";
import type { EditedPart } from "./keeping-popover.tsx";
import { NameCell } from "./name-cell.tsx";
import { pinnedCell } from "./pinned-cell.ts";
import type { TableActions } from "./table-actions.ts";
import type { NamePlace } from "./use-short-names.ts";

export interface RunsTableRowProps {
  readonly row: TableRow;
  readonly rowIndex: number;
  readonly columns: readonly RunColumn[];
  /** How far from the left each pinned column stays, by its id. */
  readonly offsets: ReadonlyMap<string, number>;
  readonly looks: ReadonlyMap<string, ColumnLook>;
  readonly shorten: (name: string, place: NamePlace) => string;
  readonly selected: boolean;
  readonly baseline: TableRun | undefined;
  readonly isBaseline: boolean;
  readonly isActive: boolean;
  readonly edited: EditedPart | undefined;
  readonly now: number | undefined;
  readonly hoveredRun: Signal<string | undefined>;
  readonly actions: TableActions;
  readonly onChoose: (id: string, extending: boolean) => void;
  readonly onEdit: (part: EditedPart | undefined, byKey?: boolean) => void;
  readonly onFocus: (id: string) => void;
}

const PLAIN: ColumnLook = { decimals: 0, format: formatValue, needs: 0 };

/** A run, or a group of runs. Pointing at it, or stepping on it with the keyboard, brings its curves forward. */
export function RunsTableRow(props: RunsTableRowProps) {
  const { row, rowIndex, columns, offsets, looks, baseline, now, hoveredRun } = props;
  const { selected, isActive, onFocus } = props;
  const { id, color, visible } = row;
  const lit = useSignal(hoveredRun, (hovered) => hovered === id);
  const unlight = () => hoveredRun.set(undefined);
  const ground = selected ? "bg-accent-soft" : lit ? "bg-hover" : "bg-surface";
  const tabIndex = isActive ? 0 : -1;
  const cell = `h-12 overflow-hidden whitespace-nowrap border-line border-b leading-[1.35] ${ground}`;
  return (
    <tr
      aria-rowindex={rowIndex}
      data-run={id}
      className="group/row"
      onPointerEnter={() => hoveredRun.set(id)}
      onPointerLeave={unlight}
      onFocus={() => {
        hoveredRun.set(id);
        onFocus(id);
      }}
      onBlur={unlight}
    >
      <th scope="row" className={`sticky left-0 z-[5] pr-1.5 pl-3 text-left font-normal ${cell}`}>
        {visible && color && (
          <RunSwatch color={color} className="absolute inset-y-0 left-0 h-full w-1 rounded-r-sm" />
        )}
        {row.kind === "run" ? (
          <NameCell {...props} run={row} tabIndex={tabIndex} />
        ) : (
          <GroupName {...props} group={row} tabIndex={tabIndex} />
        )}
      </th>
      {columns.map((column) => {
        const { pinned, style } = pinnedCell(offsets.get(column.id));
        const look = looks.get(column.id) ?? PLAIN;
        const side = column.align === "right" ? "text-right" : "text-left";
        return (
          <td key={column.id} className={`px-2 ${side} ${cell} ${pinned}`} style={style}>
            {row.kind === "run" ? (
              column.cell(row, { ...look, now, ...(baseline && { baseline }) })
            ) : (
              <GroupValueCell group={row} column={column} look={look} />
            )}
          </td>
        );
      })}
      <td className={cell} />
    </tr>
  );
}
