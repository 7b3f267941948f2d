import type { Query, QueryClient } from "@tanstack/react-query";
import type { RunRow, RunsAnswer } from "../wire/answers.ts";
import type { RunsQuestion } from "../wire/questions.ts";
import { askJson } from "./ask.ts";
import type { PageKey } from "./runs-page.ts";

/** How many rows a request asks for. */
const MOST_IDS = 500;

/** Puts the rows of runs that have changed in place of the old ones; their order stays. Says how many newer ones there are. */
export async function refreshRows(client: QueryClient, ids: ReadonlySet<string>): Promise<void> {
  const pages = activePages(client);
  const questions = new Map<string, Query[]>();
  for (const page of pages) {
    const [, question] = page.queryKey as unknown as PageKey;
    const key = JSON.stringify(question);
    questions.set(key, [...(questions.get(key) ?? []), page]);
  }
  await Promise.all(
    [...questions].map(([key, those]) =>
      refresh(client, JSON.parse(key) as RunsQuestion, those, ids),
    ),
  );
}

async function refresh(
  client: QueryClient,
  question: RunsQuestion,
  pages: readonly Query[],
  ids: ReadonlySet<string>,
): Promise<void> {
  const shown = pages.flatMap(({ state }) => (state.data as RunsAnswer).rows.map(({ id }) => id));
  const changed = [...new Set(shown)].filter((id) => ids.has(id));
  const { order: _order, where: _where, ...rest } = question;
  const fresh = new Map<string, RunRow>();
  for (let at = 0; at < changed.length; at += MOST_IDS) {
    const some = changed.slice(at, at + MOST_IDS);
    const { rows } = await askJson<RunsAnswer>("/api/runs", {
      ...rest,
      ids: some,
      limit: some.length,
    });
    for (const row of rows) fresh.set(row.id, row);
  }
  // A run that was deleted leaves a place in the order to the next one.
  if (fresh.size < changed.length) {
    await client.invalidateQueries({ queryKey: ["runs"] }, { cancelRefetch: false });
    return;
  }
  const counts = await countNewer(question, pages);
  for (const page of pages) {
    client.setQueryData<RunsAnswer>(page.queryKey, (old) => {
      if (old === undefined) return old;
      const rows = old.rows.map((row) => fresh.get(row.id) ?? row);
      const isSame = rows.every((row, index) => row === old.rows[index]);
      const newer = counts.get(old.until) ?? old.newer;
      return isSame && newer === old.newer ? old : { ...old, rows, newer };
    });
  }
}

/** How many runs match that no page shows, by the moment until which pages show them. */
async function countNewer(
  question: RunsQuestion,
  pages: readonly Query[],
): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (const { state } of pages) {
    const { until, total } = state.data as RunsAnswer;
    if (counts.has(until)) continue;
    const { columns: _columns, spark: _spark, metric: _metric, order: _order, ...rest } = question;
    const now = await askJson<RunsAnswer>("/api/runs", { ...rest, until, limit: 0 });
    counts.set(until, now.newer + Math.max(0, now.total - total));
  }
  return counts;
}

/** All rows that pages on the screen show. */
export function shownRows(client: QueryClient): readonly RunRow[] {
  return activePages(client).flatMap(({ state }) => (state.data as RunsAnswer).rows);
}

/** The store has no record of a process that was killed. */
export function isLive({ status }: RunRow): boolean {
  return status.state === "running" || status.state === "stalled";
}

function activePages(client: QueryClient): Query[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: ["runs"], type: "active" })
    .filter(({ state }) => state.data !== undefined);
}
