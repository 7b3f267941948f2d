import type { PrimaryMetric } from "@epochal/conclusions";
import type { FixedMetric } from "../cards/use-fixed-metric.ts";
import type { RunsWanted } from "../live/runs-page.ts";
import type { FacetsQuestion, GroupsQuestion, VerdictQuestion } from "../wire/questions.ts";
import type { CompareState } from "./search-params.ts";

/** The charts draw at most so many runs, most of them grey: more would be a block of ink. */
export const MOST_DRAWN = 200;

/** The state of the page, and which way its metric is better where a person said so and its series do not. */
export interface AskedState extends CompareState {
  readonly direction?: "max" | "min";
}

/** The state with what runs are judged by: what the address says counts more than what was fixed for the project. */
export function askedState(state: CompareState, fixed?: FixedMetric): AskedState {
  const metric = state.metric ?? fixed?.key ?? null;
  const said = state.metric === null ? undefined : (state.better ?? undefined);
  const direction = said ?? (metric === fixed?.key ? fixed.direction : undefined);
  return { ...state, metric, ...(direction && { direction }) };
}

/** What the page asks of the server. The server asks the same before it makes the page, so that it need not wait. */
export function verdictQuestionOf(project: string, state: AskedState): VerdictQuestion {
  const { metric, direction } = state;
  return {
    ...facetsQuestionOf(project, state),
    ...(metric !== null && { metric, ...(direction && { direction }) }),
  };
}

/** All runs of the project that lists show: its columns are of these. */
export function projectQuestionOf(project: string): FacetsQuestion {
  return facetsQuestionOf(project, { where: "", in: null });
}

/** Which runs are meant: of those that lists show, of the archive, or of the trash. */
export function facetsQuestionOf(
  project: string,
  { where, in: kept }: Pick<CompareState, "where" | "in">,
): FacetsQuestion {
  return {
    project,
    ...(where.trim() !== "" && { where }),
    ...(kept === "trash" ? { deleted: true } : { archived: kept === "archive" }),
  };
}

export interface TableQuestionArgs {
  readonly project: string;
  readonly state: AskedState;
  readonly metric: PrimaryMetric | undefined;
  readonly columns: readonly string[];
}

/** Of the table: in its order, with the cells of its columns. */
export function tableQuestionOf(args: TableQuestionArgs): RunsWanted {
  const { project, state, metric, columns } = args;
  return {
    ...facetsQuestionOf(project, state),
    ...judgedBy(metric, state),
    ...(state.sort.length > 0 && { order: state.sort }),
    columns: [...columns],
    ...(metric && { spark: state.x }),
  };
}

/** Of the charts: the best of those that are not hidden. A table in no order that a person chose asks the same, so that one answer serves both. */
export function drawnQuestionOf(args: TableQuestionArgs): RunsWanted {
  const { state } = args;
  return {
    ...tableQuestionOf({ ...args, state: { ...state, sort: [] } }),
    // Where runs are folded into groups, `only` names groups.
    ...(state.only.length > 0 && state.group.length === 0 && { ids: state.only }),
  };
}

/** Of runs that a person chose, wherever they stand in the order: the selected ones and the baseline. Undefined where there are none. */
export function chosenQuestionOf(args: TableQuestionArgs): RunsWanted | undefined {
  const { project, state, metric, columns } = args;
  const ids = [...new Set([...state.select, ...(state.base === null ? [] : [state.base])])];
  if (ids.length === 0) return undefined;
  const deleted = state.in === "trash" && { deleted: true };
  return { project, ids, ...deleted, ...judgedBy(metric, state), columns: [...columns] };
}

/** Of the groups; undefined where runs are not folded. */
export function groupsQuestionOf(args: TableQuestionArgs): GroupsQuestion | undefined {
  const { project, state, metric, columns } = args;
  if (metric === undefined || state.group.length === 0) return undefined;
  return {
    ...facetsQuestionOf(project, state),
    ...{ by: state.group, metric: metric.key, spread: state.spread, columns: [...columns] },
    ...fixedFor(metric, state),
    ...(state.sort.length > 0 && { order: state.sort }),
  };
}

const judgedBy = (metric: PrimaryMetric | undefined, state: AskedState) =>
  metric
    ? {
        ...{ order: [`best:${metric.key}`], metric: metric.key },
        ...fixedFor(metric, state),
      }
    : {};

/** The direction that a person fixed, where it is of this metric. */
const fixedFor = ({ key }: PrimaryMetric, { metric, direction }: AskedState) =>
  direction && metric === key ? { direction } : {};
