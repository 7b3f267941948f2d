"use client";
import type { Signal } from "@epochal/panel/charts";
import { type ReactNode, useMemo } from "react";
import { FilterBox } from "../filter/filter-box.tsx";
import { FilterChips } from "../filter/filter-chips.tsx";
import type { DifferingParam } from "../params/differing-params.ts";
import { shortLabels } from "../params/short-labels.ts";
import { allColumns, usualColumns } from "../runs-table/all-columns.ts";
import { BulkBar } from "../runs-table/bulk-bar.tsx";
import { ColumnsPicker } from "../runs-table/columns-picker.tsx";
import { GroupsBar } from "../runs-table/groups-bar.tsx";
import { RunsTable } from "../runs-table/runs-table.tsx";
import { sparklineRange } from "../runs-table/sparkline-range.ts";
import { TableEdge } from "../runs-table/table-edge.tsx";
import type { useColumnLayout } from "../runs-table/use-column-layout.ts";
import { useGoTo } from "../ui/use-go-to.ts";
import type { FacetsAnswer } from "../wire/answers.ts";
import { runAddress } from "../wire/run-address.ts";
import { groupDiffAddress } from "./group-diff-address.ts";
import { GroupPicker } from "./group-picker.tsx";
import { RunsStatus } from "./runs-status.tsx";
import { serializeComparison } from "./search-params.ts";
import { orderOfSorting, sortingOf } from "./sorting.ts";
import type { useCompareModel } from "./use-compare-model.ts";
import type { useCompareState } from "./use-compare-state.ts";
import { useRunActions } from "./use-run-actions.ts";

interface RunsPanelProps {
  readonly project: string;
  readonly model: ReturnType<typeof useCompareModel>;
  readonly compare: ReturnType<typeof useCompareState>;
  readonly columnLayout: ReturnType<typeof useColumnLayout>;
  readonly hoveredRun: Signal<string | undefined>;
  readonly help: ReactNode;
  /** A word about what is drawn. */
  readonly note: string | undefined;
}

const places = { archive: "in the archive", trash: "in the trash" } as const;
const FACTS = ["host", "group", "resumed", "id"];

/** The runs: filtered, grouped, sorted, selected, shown and hidden here, for the whole page. */
export function RunsPanel(props: RunsPanelProps) {
  const { project, model, compare, columnLayout, hoveredRun, help, note } = props;
  const { state, set, type, toggle } = compare;
  const { verdict, facets, params, table, groups, rows, needRows, now } = model;
  const { metric, total = 0 } = verdict.data ?? {};
  const { layout, setLayout } = columnLayout;
  const goTo = useGoTo();
  const addressOfGroups = (a: string | undefined, b: string | undefined) =>
    groupDiffAddress({
      ...{ project, state, metric: metric?.key ?? "", direction: model.direction },
      ...{ of: groups?.groups.length ?? 0, best: groups?.answer?.difference?.b },
      a: groups?.groups.find(({ id }) => id === a),
      b: groups?.groups.find(({ id }) => id === b),
    });
  const [first, second, ...others] = groups?.selected ?? [];
  const pair = others.length === 0 ? addressOfGroups(first, second) : undefined;
  const actions = useRunActions({ ...compare, groups: pair });
  const selected = useMemo(() => new Set(state.select), [state.select]);
  const range = useMemo(() => sparklineRange(table.rows), [table.rows]);
  const columns = useMemo(
    () =>
      allColumns({
        ...(metric && { judging: metric }),
        metrics: facets?.series ?? [],
        params: [...params, ...sameParams(facets, params)],
        tags: facets?.tags.map(({ tag }) => tag) ?? [],
        facts: FACTS,
        range,
      }),
    [metric, facets, params, range],
  );
  const differing = useMemo(() => params.map(({ path }) => `param:${path}`), [params]);
  const isGrouped = groups !== undefined;
  const usual = useMemo(() => {
    const ids = usualColumns(columns, differing);
    // A group has no course of its own in the table: the charts draw it.
    return isGrouped ? ids.filter((id) => id !== "course") : ids;
  }, [columns, differing, isGrouped]);
  const sorting = useMemo(
    () => sortingOf(state.sort, metric, columns),
    [state.sort, metric, columns],
  );
  // The order that was not chosen is part of where one came from, too.
  const sort = state.sort.length > 0 || !metric ? state.sort : [`best:${metric.key}`];
  const addressOf = (id: string) =>
    runAddress(id, serializeComparison({ ...state, sort }).replace(/^\?/, ""));
  return (
    <section
      aria-label="Runs"
      className="relative flex max-h-[max(46vh,320px)] max-sm:max-h-72 min-w-0 flex-col overflow-hidden border-line bg-surface max-lg:rounded-card max-lg:border lg:sticky lg:top-12 lg:h-[calc(100dvh-48px)] lg:max-h-none lg:border-r"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5 border-line border-b px-3 py-2">
        <div className="flex items-start gap-2">
          <FilterBox
            project={project}
            where={state.where}
            onWhere={(where) => set({ where: where === "" ? null : where })}
            onType={(where) => type({ where: where === "" ? null : where })}
            fault={model.fault}
          />
          {help}
        </div>
        <div className="flex items-start gap-x-2">
          <FilterChips
            where={state.where}
            onWhere={(where) => set({ where: where === "" ? null : where })}
            facets={facets}
            now={now}
            {...(state.in !== null && {
              others: [{ text: places[state.in], onRemove: () => set({ in: null, select: null }) }],
            })}
          />
          <span className="ml-auto flex min-w-0 flex-none gap-2 max-sm:max-w-[60%]">
            <GroupPicker state={state} set={set} params={params} />
            <ColumnsPicker
              columns={columns}
              usual={usual}
              differing={differing}
              layout={layout}
              onLayout={setLayout}
            />
          </span>
        </div>
      </div>
      <RunsStatus model={model} state={state} set={set} note={note} />
      <RunsTable
        rows={rows}
        total={groups ? rows.length : (table.total ?? 0)}
        {...(!groups && { onNeedRows: needRows })}
        waiting={model.waiting}
        onShowWaiting={model.showWaiting}
        columns={columns}
        usual={usual}
        layout={layout}
        onLayout={setLayout}
        sorting={sorting}
        onSort={(next) => set({ sort: orderOfSorting(next, columns) })}
        onColor={(id) => set({ color: id })}
        selected={selected}
        onSelect={(ids) => set({ select: [...ids] })}
        baselineId={state.base ?? undefined}
        baseline={model.baseline}
        onBaseline={(id) => set({ base: id ?? null })}
        onOpen={(id) => goTo(addressOf(id))}
        runAddress={addressOf}
        {...(actions.keeping && { keeping: actions.keeping })}
        onSolo={(id) =>
          set(state.only.length === 1 && state.only[0] === id ? { only: null } : { only: [id] })
        }
        {...(groups && {
          onExpand: groups.expand,
          selectedGroups: groups.selected,
          onSelectGroups: (ids: ReadonlySet<string>) => set({ groups: [...ids] }),
          groupAddress: (id: string) => addressOfGroups(id, bestOf(groups)),
        })}
        hoveredRun={hoveredRun}
        onToggleVisible={toggle}
        now={now}
        empty={model.fault ? "The filter cannot be read." : emptyWords(total, state.in)}
      />
      {groups && (
        <GroupsBar
          selected={groups.selected}
          onCompare={pair === undefined ? undefined : () => goTo(pair)}
          onClear={() => set({ groups: null })}
        />
      )}
      <BulkBar
        selected={selected}
        tags={model.selectedTags}
        onClear={() => set({ select: null })}
        {...actions.bulk}
      />
      <TableEdge layout={columnLayout} className="max-lg:hidden" />
    </section>
  );
}

/** The group that others are compared with: the best that has enough runs, else the first. */
function bestOf({ answer, groups }: NonNullable<RunsPanelProps["model"]["groups"]>) {
  return answer?.difference?.b ?? groups[0]?.id;
}

/** The params that are the same in all runs: they can be columns, too. */
function sameParams(facets: FacetsAnswer | undefined, differing: readonly DifferingParam[]) {
  const paths = facets?.params.map(({ path }) => path) ?? [];
  const labels = shortLabels(paths);
  return paths
    .filter((path) => !differing.some((param) => param.path === path))
    .map((path) => ({ path, label: labels.get(path) ?? path }));
}

function emptyWords(total: number, kept: "archive" | "trash" | null): string {
  if (total > 0) return "No run matches.";
  if (kept === "archive") return "No run is archived.";
  return kept === "trash" ? "The trash is empty." : "No runs yet.";
}
