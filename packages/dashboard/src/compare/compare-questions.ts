import type { PrimaryMetric } from "@epochal/conclusions";
import type { RunsWanted } from "../live/runs-page.ts";
import type { FacetsQuestion, VerdictQuestion } from "../wire/questions.ts";
import type { CompareState } from "./search-params.ts";

/** The charts draw at most so many runs, most of them grey: more would be a block of ink. */
export const MOST_DRAWN = 200;

/** What the page asks of the server. The server asks the same before it makes the page, so that it need not wait. */
export function verdictQuestionOf(project: string, state: CompareState): VerdictQuestion {
  const { metric } = state;
  return { ...facetsQuestionOf(project, state), ...(metric !== null && { metric }) };
}

export function facetsQuestionOf(
  project: string,
  { where }: Pick<CompareState, "where">,
): FacetsQuestion {
  return { project, ...(where.trim() !== "" && { where }) };
}

export interface TableQuestionArgs {
  readonly project: string;
  readonly state: CompareState;
  readonly metric: PrimaryMetric | undefined;
  readonly columns: readonly string[];
}

/** Of the table: in its order, with the cells of its columns. */
export function tableQuestionOf(args: TableQuestionArgs): RunsWanted {
  const { project, state, metric, columns } = args;
  return {
    ...facetsQuestionOf(project, state),
    ...judgedBy(metric),
    ...(state.sort.length > 0 && { order: state.sort }),
    columns: [...columns],
    ...(metric && { spark: state.x }),
  };
}

/** Of the charts: the best of those that are not hidden, and what they were best at in the metric of each card. */
export function drawnQuestionOf(args: TableQuestionArgs): RunsWanted {
  const { project, state, metric, columns } = args;
  return {
    ...facetsQuestionOf(project, state),
    ...(state.only.length > 0 && { ids: state.only }),
    ...judgedBy(metric),
    columns: [...columns],
  };
}

const judgedBy = (metric: PrimaryMetric | undefined) =>
  metric ? { order: [`best:${metric.key}`], metric: metric.key } : {};
