"use client";
import type { RunColor } from "@epochal/panel/charts";
import { useCallback, useMemo, useState } from "react";
import type { DrawnGroups } from "../cards/drawn-groups.ts";
import { grey } from "../colors/grey.ts";
import { useGroups } from "../live/use-groups.ts";
import { useMembers } from "../live/use-members.ts";
import { useRuns } from "../live/use-runs.ts";
import type { TableRow, TableRun } from "../runs-table/columns/table-row.ts";
import type { RunRow } from "../wire/answers.ts";
import type { GroupRow, GroupsAnswer } from "../wire/groups-answer.ts";
import {
  facetsQuestionOf,
  groupsQuestionOf,
  type TableQuestionArgs,
  tableQuestionOf,
} from "./compare-questions.ts";
import { useOwnColors } from "./use-colors.ts";
import { isShown } from "./visibility.ts";

/** A table of runs under open groups has at most so many. */
const MOST_OPEN = 1000;
const NOBODY: readonly string[] = [];
const NONE: readonly GroupRow[] = [];

/** The runs folded into groups: rows of the table, and what charts draw of them. Undefined where nobody folds runs. */
export function useGroupRows(
  args: TableQuestionArgs,
  toRow: (row: RunRow, color: RunColor | undefined) => TableRun,
) {
  const { project, state } = args;
  const { group: by, spread, hide, only } = state;
  const question = groupsQuestionOf(args);
  const { data, isOld, fault, generation, waiting, showWaiting } = useGroups(question);
  const asked = JSON.stringify([question, generation]);
  const groups = useStableOrder(data?.groups ?? NONE, isOld ? undefined : asked);
  const [open, setOpen] = useState<readonly string[]>([]);
  const until = isOld ? undefined : data?.until;
  const filter = useMemo(
    () => ({
      ...facetsQuestionOf(project, { where: state.where, in: state.in }),
      ...(until !== undefined && { until }),
    }),
    [project, state.where, state.in, until],
  );
  const opened = useMemo(() => {
    const found = groups.filter(({ id }) => open.includes(id)).map(({ id }) => id);
    return found.length === 0 ? NOBODY : found;
  }, [groups, open]);
  const metric = question?.metric;
  const members = useMembers(
    until === undefined || metric === undefined ? undefined : { ...filter, by, metric },
    opened,
  );
  const ids = [...new Set([...members.values()].flat())].slice(0, MOST_OPEN);
  const runs = useRuns(ids.length === 0 ? undefined : { ...tableQuestionOf(args), ids }, {
    from: 0,
    to: ids.length,
  });
  const selected = useMemo(
    () => new Set(state.groups.filter((id) => groups.some((group) => group.id === id))),
    [state.groups, groups],
  );
  const shown = groups.filter(({ id }) => isShown({ hide, only }, id));
  const colors = useOwnColors({
    ...{ state, generation },
    selected: [...selected].map((id) => ({ id, startedAt: 0 })),
    best: shown.map(({ id }) => ({ id, startedAt: 0 })),
    isPending: question === undefined || isOld || data === undefined,
  });
  const rows = useMemo(
    () => tableRows({ groups, open, colors, hide, only, members, runs: runs.rows, toRow }),
    [groups, open, colors, hide, only, members, runs.rows, toRow],
  );
  const drawn = useMemo(
    (): DrawnGroups => ({
      question: until === undefined ? undefined : { ...filter, by, spread },
      groups: groups
        .filter(({ id }) => isShown({ hide, only }, id))
        .map(({ id, name, count }) => ({
          ...{ id, label: name, count },
          color: colors.get(id) ?? grey,
          context: !colors.has(id),
        })),
    }),
    [groups, colors, filter, until, by, spread, hide, only],
  );
  const expand = useCallback(
    (id: string) =>
      setOpen((old) => {
        if (old.includes(id)) return old.filter((other) => other !== id);
        // A run with two tags is in two groups, and a table has each row once.
        return by.includes("tags") ? [id] : [...old, id];
      }),
    [by],
  );
  if (question === undefined) return undefined;
  return { answer: data, groups, selected, rows, drawn, expand, fault, waiting, showWaiting };
}

interface TableRowsArgs {
  readonly groups: readonly GroupRow[];
  readonly open: readonly string[];
  readonly colors: ReadonlyMap<string, RunColor>;
  readonly hide: readonly string[];
  readonly only: readonly string[];
  /** The ids of the runs of open groups. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** These runs, in the order of the table. */
  readonly runs: readonly RunRow[];
  readonly toRow: (row: RunRow, color: RunColor | undefined) => TableRun;
}

function tableRows(args: TableRowsArgs): readonly (TableRow | undefined)[] {
  const { groups, open, colors, hide, only, members, runs, toRow } = args;
  return groups.flatMap(({ id, name, count, values, shared }) => {
    const isOpen = open.includes(id);
    const color = colors.get(id);
    const visible = isShown({ hide, only }, id);
    const own = new Set(members.get(id));
    const row: TableRow = {
      ...{ kind: "group", id, name, count, open: isOpen, visible },
      ...(color && { color }),
      values: new Map(Object.entries(values)),
      shared: new Map(Object.entries(shared)),
    };
    if (!isOpen) return [row];
    const those = runs.filter((run) => own.has(run.id));
    return [row, ...those.map((run) => ({ ...toRow(run, color), visible, inGroup: true }))];
  });
}

/**
 * Groups as they are now, in the order in which they stood: live values move no row under the pointer.
 *
 * @param asked what these are the answer to; undefined while they are the answer to something else
 */
function useStableOrder(
  groups: GroupsAnswer["groups"],
  asked: string | undefined,
): readonly GroupRow[] {
  const [kept, setKept] = useState<{ readonly asked?: string; readonly ids: readonly string[] }>({
    ids: [],
  });
  const ids = groups.map(({ id }) => id);
  const isNew = asked !== undefined && kept.asked !== asked && groups.length > 0;
  const order = isNew ? ids : [...kept.ids, ...ids.filter((id) => !kept.ids.includes(id))];
  if (isNew || (asked !== undefined && order.length > kept.ids.length))
    setKept({ asked: asked ?? "", ids: order });
  const places = order.join();
  return useMemo(() => {
    const byId = new Map(groups.map((group) => [group.id, group]));
    return places.split(",").flatMap((id) => byId.get(id) ?? []);
  }, [groups, places]);
}
