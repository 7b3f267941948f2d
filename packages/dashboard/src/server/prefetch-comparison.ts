import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import * as v from "valibot";
import { judgedKeys, metricCards } from "../cards/metric-cards.ts";
import {
  drawnQuestionOf,
  facetsQuestionOf,
  tableQuestionOf,
  verdictQuestionOf,
} from "../compare/compare-questions.ts";
import { paramColumns } from "../compare/param-columns.ts";
import type { CompareState } from "../compare/search-params.ts";
import { newQueryClient } from "../live/query-client.ts";
import { pageQuestionOf, type RunsWanted } from "../live/runs-page.ts";
import { differingParams } from "../params/differing-params.ts";
import { forPage } from "../wire/page-text.ts";
import { facetsQuestion, runsQuestion, verdictQuestion } from "../wire/questions.ts";
import { faultOf } from "./answer-question.ts";
import { loadFacets } from "./load-facets.ts";
import { loadRows } from "./load-rows.ts";
import { loadVerdict } from "./load-verdict.ts";

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
  const all = await facets({ project });
  if (all.total === 0) return undefined;
  try {
    const own = state.where.trim() === "" ? all : await facets(facetsQuestionOf(project, state));
    const asked = verdictQuestionOf(project, state);
    const verdict = await loadVerdict(v.parse(verdictQuestion, asked));
    const { metric } = keep(["/api/verdict", asked], verdict);
    const params = paramColumns(differingParams(all));
    await rows(tableQuestionOf({ project, state, metric, columns: params }));
    const bests = judgedKeys(metricCards(own.series, metric)).map((key) => `best:${key}`);
    await rows(drawnQuestionOf({ project, state, metric, columns: bests }));
  } catch (error) {
    // The page says what is wrong with its query.
    if (faultOf(error) === undefined) throw error;
  }
  return dehydrate(client);
}
