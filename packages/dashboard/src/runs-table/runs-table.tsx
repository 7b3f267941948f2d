"use client";
import type { Signal } from "@epochal/panel/charts";
import type { SortingState } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { ColumnLayout } from "./column-layout.ts";
import { columnLooks } from "./columns/column-looks.ts";
import { type RunColumn, widthOf } from "./columns/run-column.ts";
import type { TableRow, TableRun } from "./columns/table-row.ts";
import { missingRows } from "./missing-rows.ts";
import { RunsTableHead } from "./runs-table-head.tsx";
import { RunsTableRow } from "./runs-table-row.tsx";
import { selectRange } from "./select-range.ts";
import type { TableActions } from "./table-actions.ts";
import { useShortNames } from "./use-short-names.ts";
import { useShownColumns } from "./use-shown-columns.ts";
import { useTableSort } from "./use-table-sort.ts";
import { useTableSteps } from "./use-table-steps.ts";

const ROW_HEIGHT = 48;
/** A table with this many rows makes only those in view. */
const VIRTUAL_FROM = 100;

export interface RunsTableProps extends TableActions {
  /** By their place in the order of the table; undefined, or beyond the end, where a row has not come yet. */
  readonly rows: readonly (TableRow | undefined)[];
  /** How many rows there are; as many as have come where absent. */
  readonly total?: number;
  /** Asks for rows that are about to be seen. It is told again until they have come. */
  readonly onNeedRows?: (offset: number, limit: number) => void;
  /** Every column there can be. */
  readonly columns: readonly RunColumn[];
  /** The ids that are shown until a person chooses. */
  readonly usual: readonly string[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  readonly sorting: SortingState;
  readonly onSort: (sorting: SortingState) => void;
  /** Gives the colours of lines to a param. Absent where they stay those of runs. */
  readonly onColor?: (id: string) => void;
  readonly selected: ReadonlySet<string>;
  /** @default none */
  readonly selectedGroups?: ReadonlySet<string>;
  /** The run that others are compared with: what was chosen, also while its values are still on their way. */
  readonly baselineId?: string | undefined;
  readonly baseline?: TableRun | undefined;
  readonly hoveredRun: Signal<string | undefined>;
  /** How many runs have come that the table does not list yet, and what lists them. */
  readonly waiting?: number;
  readonly onShowWaiting?: () => void;
  readonly now: number | undefined;
  /** What to say where there is no row. */
  readonly empty: string;
}

const NONE: ReadonlySet<string> = new Set();

/** The runs of a project: the legend of every chart beside it. */
export function RunsTable(props: RunsTableProps) {
  const { rows, columns, layout, onLayout, sorting, selected, baseline, hoveredRun, now } = props;
  const { baselineId = baseline?.id } = props;
  const { total = rows.length, onNeedRows, onSelect, waiting = 0, usual, onShowWaiting } = props;
  const { selectedGroups = NONE, onSelectGroups } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef<string>(undefined);
  const virtual = total > VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 16,
    enabled: virtual,
    initialRect: { width: 540, height: 900 },
  });
  const items = virtual ? virtualizer.getVirtualItems() : undefined;
  const from = items ? (items[0]?.index ?? 0) : 0;
  const to = items ? (items.at(-1)?.index ?? -1) + 1 : total;
  useEffect(() => {
    const missing = missingRows(rows, total, from, to);
    if (missing) onNeedRows?.(missing.offset, missing.limit);
  }, [rows, total, from, to, onNeedRows]);

  const hasBaseline = baseline !== undefined;
  const window = rows.slice(from, to);
  const ids = useMemo(() => rows.map((row) => row?.id ?? ""), [rows]);
  const { ordered, shown, offsets, nameRef } = useShownColumns({
    columns,
    usual,
    layout,
    hasBaseline,
  });
  const shorten = useShortNames({ rows, window, baseline: baselineId, head: nameRef });
  const looks = columnLooks(ordered, window);
  const sort = useTableSort(columns, sorting, props.onSort);

  const idsOf = (kind: TableRow["kind"]) =>
    rows.flatMap((row) => (row?.kind === kind ? [row.id] : []));
  const [runIds, groupIds] = [idsOf("run"), idsOf("group")];
  const choose = (id: string, extending: boolean) => {
    const from = extending ? anchor.current : undefined;
    if (groupIds.includes(id)) onSelectGroups?.(selectRange(selectedGroups, groupIds, id, from));
    else onSelect(selectRange(selected, runIds, id, from));
    anchor.current = id;
  };
  const { active, setActive, edited, edit } = useTableSteps({
    ids,
    rows,
    scrollTo: (index) => virtual && virtualizer.scrollToIndex(index),
    onChoose: choose,
    baseline: baselineId,
    actions: props,
  });
  // Where groups list no runs, it is they who are selected.
  const isOfGroups = runIds.length === 0 && groupIds.length > 0;
  const [listed, chosen] = isOfGroups ? [groupIds, selectedGroups] : [runIds, selected];
  const isAll = listed.length > 0 && listed.every((id) => chosen.has(id));
  const selectAll = () => {
    const next = new Set(isAll ? [] : [...chosen, ...listed]);
    if (isOfGroups) onSelectGroups?.(next);
    else onSelect(next);
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain">
        <table
          aria-label="Runs"
          aria-rowcount={total + 1}
          className="w-full table-fixed border-separate border-spacing-0"
        >
          <colgroup>
            {layout.widths.run === undefined ? (
              <col className="w-[204px] min-[380px]:w-[268px]" />
            ) : (
              <col width={layout.widths.run} />
            )}
            {ordered.map((column) => (
              <col
                key={column.id}
                width={Math.max(
                  widthOf(column, layout.widths, hasBaseline),
                  // What a person set stays, and what is pinned has its place.
                  column.id in layout.widths || offsets.has(column.id)
                    ? 0
                    : (looks.get(column.id)?.needs ?? 0),
                )}
              />
            ))}
            <col />
          </colgroup>
          <RunsTableHead
            columns={ordered}
            shown={shown}
            layout={layout}
            onLayout={onLayout}
            offsets={offsets}
            sorting={sorting}
            onSort={sort}
            onColor={props.onColor}
            selected={isAll || (listed.some((id) => chosen.has(id)) ? "some" : false)}
            selects={isOfGroups ? "groups" : "runs"}
            onSelectAll={selectAll}
            nameRef={nameRef}
            hasBaseline={hasBaseline}
            waiting={waiting}
            onShowWaiting={onShowWaiting}
          />
          <tbody>
            <Gap height={from * ROW_HEIGHT} span={ordered.length + 2} />
            {Array.from({ length: to - from }, (_, index) => {
              const row = window[index];
              const rowIndex = from + index + 2;
              if (row === undefined)
                return (
                  <tr key={`missing ${rowIndex}`} aria-rowindex={rowIndex} aria-busy="true">
                    <td
                      colSpan={ordered.length + 2}
                      className="h-12 border-line border-b pl-12 text-faint"
                    >
                      …
                    </td>
                  </tr>
                );
              return (
                <RunsTableRow
                  key={row.id}
                  row={row}
                  rowIndex={rowIndex}
                  columns={ordered}
                  offsets={offsets}
                  looks={looks}
                  shorten={shorten}
                  selected={(row.kind === "group" ? selectedGroups : selected).has(row.id)}
                  baseline={baseline}
                  isBaseline={row.id === baselineId}
                  isActive={row.id === (active ?? ids[0])}
                  edited={row.id === edited?.id ? edited.part : undefined}
                  now={now}
                  hoveredRun={hoveredRun}
                  actions={props}
                  onChoose={choose}
                  onEdit={(part, byKey) => edit(row.id, part, byKey)}
                  onFocus={setActive}
                />
              );
            })}
            <Gap height={(total - to) * ROW_HEIGHT} span={ordered.length + 2} />
          </tbody>
        </table>
        {total === 0 && <p className="px-4 py-8 text-center text-muted">{props.empty}</p>}
      </div>
    </div>
  );
}

function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={span} height={height} />
    </tr>
  );
}
