"use client";
import { counted } from "@epochal/conclusions";
import type { SortingState } from "@tanstack/react-table";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { ResizeHandle } from "../ui/resize-handle.tsx";
import { type ColumnLayout, moveColumn } from "./column-layout.ts";
import { type RunColumn, widthOf } from "./columns/run-column.ts";
import { type HeadCell, HeadMenu } from "./head-menu.tsx";
import { pinnedCell } from "./pinned-cell.ts";
import { ariaSort, SortButton } from "./sort-button.tsx";

interface RunsTableHeadProps {
  readonly columns: readonly RunColumn[];
  readonly shown: readonly string[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  readonly offsets: ReadonlyMap<string, number>;
  readonly sorting: SortingState;
  /** `adds` where the column comes after those that are sorted by already. */
  readonly onSort: (id: string, adds: boolean, desc?: boolean) => void;
  readonly onColor: ((id: string) => void) | undefined;
  readonly selects: "runs" | "groups";
  /** Whether all that are listed are selected. */
  readonly selected: boolean | "some";
  readonly onSelectAll: () => void;
  readonly hasBaseline: boolean;
  /** How many runs have come that are not listed. */
  readonly waiting: number;
  readonly onShowWaiting: (() => void) | undefined;
  readonly nameRef: React.Ref<HTMLTableCellElement>;
}

const NAME_WIDTH = 268;
/** With less, a name would be a number. */
const LEAST_NAME_WIDTH = 160;
const base = "sticky top-0 h-8 border-line border-b bg-surface font-normal text-muted text-small";

/** The heads of the columns: each sorts by its own, is dragged to another place, made wider, and has a menu. */
export function RunsTableHead(props: RunsTableHeadProps) {
  const { columns, shown, layout, onLayout, offsets, sorting, onSort, onColor } = props;
  const resize = (id: string, width: number | undefined) => {
    const { [id]: _, ...widths } = layout.widths;
    onLayout({ ...layout, widths: width === undefined ? widths : { ...widths, [id]: width } });
  };
  const drop = (id: string, before: string) =>
    onLayout({ ...layout, shown: moveColumn(shown, id, before) });
  return (
    <thead>
      <tr>
        <th
          ref={props.nameRef}
          scope="col"
          aria-sort={ariaSort(sorting, "run")}
          className={`left-0 z-20 pl-3 text-left ${base}`}
        >
          <span className="flex items-center gap-10">
            <Checkbox
              checked={props.selected}
              aria-label={`Select all listed ${props.selects}`}
              onChange={props.onSelectAll}
            />
            <SortButton
              id="run"
              label="Run"
              title="Sort by name; with Shift, then by it"
              sorting={sorting}
              onSort={onSort}
            />
            <span role="status" className="ml-auto empty:hidden">
              {props.waiting > 0 && (
                <Button
                  look="primary"
                  className="mr-2 h-5 rounded-full! px-2 text-small"
                  onClick={props.onShowWaiting}
                >
                  {counted(props.waiting, "new run")}
                </Button>
              )}
            </span>
          </span>
          <Edge
            label="Width of the names"
            value={layout.widths.run ?? NAME_WIDTH}
            min={LEAST_NAME_WIDTH}
            onResize={(width) => resize("run", width)}
          />
        </th>
        {columns.map((column) => {
          const { id, label } = column;
          const { pinned, style } = pinnedCell(offsets.get(id));
          const head: HeadCell = { column, shown, layout, onLayout, onSort, onColor, resize };
          return (
            <th
              key={id}
              scope="col"
              aria-sort={column.order ? ariaSort(sorting, id) : undefined}
              className={`group/head px-2 ${column.align === "right" ? "text-right" : "text-left"} ${base} ${pinned ? "sm:z-[15]" : "z-10"}`}
              style={style}
              draggable
              onDragStart={(event) => event.dataTransfer.setData("text/column", id)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                const dragged = event.dataTransfer.getData("text/column");
                if (dragged !== "") drop(dragged, id);
              }}
            >
              <span
                className={`flex min-w-0 items-center ${column.align === "right" ? "justify-end" : ""}`}
              >
                {column.order ? (
                  <SortButton
                    id={id}
                    label={label}
                    title={`Sort by ${label}; with Shift, then by it`}
                    sorting={sorting}
                    onSort={onSort}
                  />
                ) : (
                  <span className="truncate" title={label}>
                    {label}
                  </span>
                )}
                <HeadMenu {...head} />
              </span>
              <Edge
                label={`Width of ${label}`}
                value={widthOf(column, layout.widths, props.hasBaseline)}
                onResize={(width) => resize(id, width)}
              />
            </th>
          );
        })}
        <td className={base} />
      </tr>
    </thead>
  );
}

interface EdgeProps {
  readonly label: string;
  readonly value: number;
  /** @default 48 */
  readonly min?: number;
  readonly onResize: (width: number | undefined) => void;
}

function Edge({ label, value, min = 48, onResize }: EdgeProps) {
  return (
    <ResizeHandle
      label={label}
      value={value}
      min={min}
      max={900}
      onResize={onResize}
      onReset={() => onResize(undefined)}
      className="absolute inset-y-1 right-0 w-1.5 rounded-sm"
    />
  );
}
