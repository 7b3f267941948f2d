import type { Query, QueryClient } from "@tanstack/react-query";
import type { RunRow, RunsAnswer } from "../wire/answers.ts";
import type { RunsQuestion } from "../wire/questions.ts";
import { askJson } from "./ask.ts";
import { joinQuestions, ownRow } from "./join-questions.ts";
import type { PageKey } from "./runs-page.ts";

/** How many rows a request asks for. */
const MOST_IDS = 500;

/** Puts the rows of runs that have changed in place of the old ones; their order stays. */
export async function refreshRows(client: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  const questions = pagesByQuestion(client);
  const changedOf = (pages: readonly Query[]) =>
    pages.flatMap(({ state }) =>
      (state.data as RunsAnswer).rows.map(({ id }) => id).filter((id) => ids.has(id)),
    );
  const concerned = [...questions].filter(([, pages]) => changedOf(pages).length > 0);
  await Promise.all(
    joinQuestions(concerned.map(([question]) => question)).map(
      async ({ joined, questions: own }) => {
        const pagesOf = new Map(own.map((question) => [question, questions.get(question) ?? []]));
        const changed = [...new Set(changedOf([...pagesOf.values()].flat()))];
        const fresh = await askRows(joined, changed);
        // A run that was deleted leaves a place in the order to the next one.
        if (fresh.size < changed.length) {
          await client.invalidateQueries({ queryKey: ["runs"] }, { cancelRefetch: false });
          return;
        }
        for (const [question, pages] of pagesOf)
          for (const page of pages)
            patch(client, page, ({ rows }) => ({
              rows: rows.map((row) => {
                const news = fresh.get(row.id);
                return news === undefined ? row : ownRow(news, joined, question);
              }),
            }));
      },
    ),
  );
}

/** Says of the pages how many newer runs there are. */
export async function refreshCounts(client: QueryClient): Promise<void> {
  const counts = new Map<string, Promise<RunsAnswer>>();
  for (const [question, pages] of pagesByQuestion(client)) {
    const { columns: _columns, spark: _spark, metric: _metric, order: _order, ...rest } = question;
    for (const page of pages) {
      const { until, total } = page.state.data as RunsAnswer;
      const asked = { ...rest, until, limit: 0 };
      const key = JSON.stringify(asked);
      const count = counts.get(key) ?? askJson<RunsAnswer>("/api/runs", asked);
      counts.set(key, count);
      const now = await count;
      const newer = now.newer + Math.max(0, now.total - total);
      patch(client, page, (old) => (old.until === until ? { newer } : {}));
    }
  }
}

async function askRows(
  question: RunsQuestion,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RunRow>> {
  const fresh = new Map<string, RunRow>();
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    const some = ids.slice(at, at + MOST_IDS);
    const asked = { ...question, ids: some, limit: some.length };
    const { rows } = await askJson<RunsAnswer>("/api/runs", asked);
    for (const row of rows) fresh.set(row.id, row);
  }
  return fresh;
}

/** Changes a page where something of it is otherwise. */
function patch(
  client: QueryClient,
  { queryKey }: Query,
  change: (old: RunsAnswer) => Partial<RunsAnswer>,
): void {
  client.setQueryData<RunsAnswer>(queryKey, (old) => {
    if (old === undefined) return old;
    const { rows = old.rows, newer = old.newer } = change(old);
    const isSame = newer === old.newer && rows.every((row, index) => row === old.rows[index]);
    return isSame ? old : { ...old, rows, newer };
  });
}

/** All rows that pages on the screen show. */
export function shownRows(client: QueryClient): readonly RunRow[] {
  return activePages(client).flatMap(({ state }) => (state.data as RunsAnswer).rows);
}

/** The store has no record of a process that was killed. */
export function isLive({ status }: RunRow): boolean {
  return status.state === "running" || status.state === "stalled";
}

function pagesByQuestion(client: QueryClient): ReadonlyMap<RunsQuestion, readonly Query[]> {
  const questions = new Map<string, { readonly question: RunsQuestion; readonly pages: Query[] }>();
  for (const page of activePages(client)) {
    const [, question] = page.queryKey as unknown as PageKey;
    const key = JSON.stringify(question);
    const known = questions.get(key) ?? { question, pages: [] as Query[] };
    known.pages.push(page);
    questions.set(key, known);
  }
  return new Map([...questions.values()].map(({ question, pages }) => [question, pages]));
}

function activePages(client: QueryClient): Query[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: ["runs"], type: "active" })
    .filter(({ state }) => state.data !== undefined);
}
