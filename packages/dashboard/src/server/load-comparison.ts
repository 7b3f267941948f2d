import "server-only";
import { compareProject } from "../compare/compare-project.ts";
import type { ComparisonData } from "../compare/comparison-data.ts";
import type { CompareState } from "../compare/search-params.ts";
import { pageText } from "../data/page-text.ts";
import { readProject } from "./project-index.ts";

/**
 * What the compare page of a project shows in a state. Undefined where there is no such project.
 *
 * @param since the version that the page has: only runs that changed after it are sent
 */
export async function loadComparison(
  project: string,
  state: CompareState,
  since = 0,
): Promise<ComparisonData | undefined> {
  const index = await readProject(project);
  if (index === undefined) return undefined;
  const { revision, version, changedAt } = index;
  const view = compareProject(index, state);
  const wanted = new Set([...view.rows, ...view.drawn]);
  const isNews = (id: string) => since > version || (changedAt.get(id) ?? 0) > since;
  return {
    project,
    title: pageText(project),
    revision,
    version,
    view,
    names: Object.fromEntries([...wanted].map((id) => [id, index.names.get(id) ?? id])),
    runs: index.runs.filter(({ id }) => wanted.has(id) && isNews(id)),
  };
}
