import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import * as v from "valibot";
import { judgedKeys, metricCards } from "../cards/metric-cards.ts";
import { askedColumns, drawnColumns } from "../compare/asked-columns.ts";
import {
  chosenQuestionOf,
  drawnQuestionOf,
  facetsQuestionOf,
  groupsQuestionOf,
  projectQuestionOf,
  tableQuestionOf,
  verdictQuestionOf,
} from "../compare/compare-questions.ts";
import type { CompareState } from "../compare/search-params.ts";
import { newQueryClient } from "../live/query-client.ts";
import { pageQuestionOf, type RunsWanted } from "../live/runs-page.ts";
import { differingParams } from "../params/differing-params.ts";
import { forPage } from "../wire/page-text.ts";
import {
  facetsQuestion,
  groupsQuestion,
  runsQuestion,
  verdictQuestion,
} from "../wire/questions.ts";
import { faultOf } from "./answer-question.ts";
import { isProject } from "./is-project.ts";
import { loadFacets } from "./load-facets.ts";
import { loadGroups } from "./load-groups.ts";
import { loadRows } from "./load-rows.ts";
import { loadVerdict } from "./load-verdict.ts";
import { store } from "./store.ts";

/** What the compare page of a project asks first, answered before it is made. Undefined where there is no such project. */
export async function prefetchComparison(
  project: string,
  state: CompareState,
): Promise<DehydratedState | undefined> {
  const client = newQueryClient();
  const keep = <T>(key: readonly unknown[], answer: T): T =>
    client.setQueryData<T>(key, forPage(answer)) ?? answer;
  const facets = async (question: ReturnType<typeof facetsQuestionOf>) =>
    keep(["/api/facets", question], await loadFacets(v.parse(facetsQuestion, question)));
  const rows = async (wanted: RunsWanted) =>
    keep(["runs", wanted, 0, 0], await loadRows(v.parse(runsQuestion, pageQuestionOf(wanted, 0))));
  const all = await facets(projectQuestionOf(project));
  if (all.total === 0 && !(await isProject(await store(), project))) return undefined;
  try {
    const isAll = state.where.trim() === "" && state.in === null;
    const own = isAll ? all : await facets(facetsQuestionOf(project, state));
    const asked = verdictQuestionOf(project, state);
    const verdict = await loadVerdict(v.parse(verdictQuestion, asked));
    const { metric } = keep(["/api/verdict", asked], verdict);
    const bests = judgedKeys(metricCards(own.series, metric));
    const { color } = state;
    const columns = askedColumns({ params: differingParams(all), color });
    const args = { project, state, metric, columns };
    await rows(tableQuestionOf(args));
    await rows(drawnQuestionOf({ ...args, columns: drawnColumns(bests, color) }));
    const chosen = chosenQuestionOf({
      ...args,
      columns: [...drawnColumns(bests, color), ...columns],
    });
    if (chosen !== undefined) await rows(chosen);
    const groups = groupsQuestionOf(args);
    if (groups !== undefined)
      keep(["/api/groups", groups], await loadGroups(v.parse(groupsQuestion, groups)));
  } catch (error) {
    // The page says what is wrong with its query.
    if (faultOf(error) === undefined) throw error;
  }
  return dehydrate(client);
}
