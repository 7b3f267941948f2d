import "server-only";
import { type CardSections, judgedKeys, keysOf, metricCards } from "@epochal/panel/charts";
import { dehydrate } from "@tanstack/react-query";
import * as v from "valibot";
import { firstCards } from "../cards/first-cards.ts";
import { wholeStretch } from "../cards/whole-stretch.ts";
import { askedColumns, drawnColumns } from "../compare/asked-columns.ts";
import {
  askedState,
  chosenQuestionOf,
  drawnQuestionOf,
  facetsQuestionOf,
  groupsQuestionOf,
  MOST_DRAWN,
  projectQuestionOf,
  tableQuestionOf,
  verdictQuestionOf,
} from "../compare/compare-questions.ts";
import type { CompareState } from "../compare/search-params.ts";
import { tracedIds, visibleRuns } from "../compare/visible-runs.ts";
import { newQueryClient } from "../live/query-client.ts";
import { PAGE_ROWS, pageQuestionOf, type RunsWanted } from "../live/runs-page.ts";
import { seriesQuestionOf } from "../live/series-cache.ts";
import { differingParams } from "../params/differing-params.ts";
import type { RunRow } from "../wire/answers.ts";
import { encodeJson } from "../wire/json.ts";
import { forPage } from "../wire/page-text.ts";
import { questionAddress } from "../wire/question-address.ts";
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

interface Prefetched {
  /** For `Prefetched`. */
  readonly answers: string;
  /** The addresses of what the page asks next, and does not wait for. */
  readonly next: readonly string[];
}

/** What the compare page of a project asks first, answered before it is made. Undefined where there is no such project. */
export async function prefetchComparison(
  project: string,
  given: CompareState,
): Promise<Prefetched | undefined> {
  const state = askedState(given);
  const client = newQueryClient();
  const keep = <T>(key: readonly unknown[], answer: T): T =>
    client.setQueryData<T>(key, forPage(answer)) ?? answer;
  const facets = async (question: ReturnType<typeof facetsQuestionOf>) =>
    keep(["/api/facets", question], await loadFacets(v.parse(facetsQuestion, question)));
  const page = async (wanted: RunsWanted, at: number, until?: number) =>
    keep(
      ["runs", wanted, 0, at],
      await loadRows(v.parse(runsQuestion, pageQuestionOf(wanted, at, until))),
    );
  /** @param most how many rows are wanted */
  const rows = async (wanted: RunsWanted, most = PAGE_ROWS): Promise<readonly RunRow[]> => {
    const { rows: first, total, until } = await page(wanted, 0);
    const found = [...first];
    for (let at = 1; at * PAGE_ROWS < Math.min(most, total); at++)
      found.push(...(await page(wanted, at, until)).rows);
    return found;
  };
  let next: readonly string[] = [];
  const all = await facets(projectQuestionOf(project));
  if (all.total === 0 && !(await isProject(await store(), project))) return undefined;
  try {
    const isAll = state.where.trim() === "" && state.in === null;
    const own = isAll ? all : await facets(facetsQuestionOf(project, state));
    const asked = verdictQuestionOf(project, state);
    const verdict = await loadVerdict(v.parse(verdictQuestion, asked));
    const { metric } = keep(["/api/verdict", asked], verdict);
    const cards = metricCards(own.series, metric);
    const { color } = state;
    const columns = askedColumns({ params: differingParams(all), color });
    const args = { project, state, metric, columns };
    const ofDrawn = drawnColumns(columns, judgedKeys(cards));
    const drawnQuestion = drawnQuestionOf({ ...args, columns: ofDrawn });
    if (state.sort.length > 0 || drawnQuestion.ids) await rows(tableQuestionOf(args));
    const drawn = await rows(drawnQuestion, MOST_DRAWN + state.hide.length);
    const chosen = chosenQuestionOf({ ...args, columns: [...ofDrawn, ...columns] });
    const selected = chosen === undefined ? [] : await rows(chosen);
    const groups = groupsQuestionOf(args);
    if (groups === undefined) next = askedNext(cards, visibleRuns(selected, drawn, state), state);
    else keep(["/api/groups", groups, 0], await loadGroups(v.parse(groupsQuestion, groups)));
  } catch (error) {
    // The page says what is wrong with its query.
    if (faultOf(error) === undefined) throw error;
  }
  return { answers: encodeJson(dehydrate(client)), next };
}

/** What the charts ask when they are there: the points of the first of them, and what early stopping saw. */
function askedNext(
  cards: CardSections,
  visible: readonly RunRow[],
  { base }: CompareState,
): readonly string[] {
  const runs = visible.map(({ id }) => id);
  const keys = [...new Set(firstCards(cards).flatMap(keysOf))];
  if (runs.length === 0 || keys.length === 0) return [];
  const series = seriesQuestionOf({ runs, keys }, wholeStretch(runs.length));
  return [
    questionAddress("/api/series", series),
    questionAddress("/api/traces", { ids: tracedIds(visible, base) }),
  ].filter((address) => address !== undefined);
}
