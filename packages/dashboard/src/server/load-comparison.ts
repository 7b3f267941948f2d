import "server-only";
import { compareProject } from "../compare/compare-project.ts";
import type { ComparisonData } from "../compare/comparison-data.ts";
import type { CompareState } from "../compare/search-params.ts";
import { pageText } from "../wire/page-text.ts";
import { type IndexedProject, readProject } from "./project-index.ts";
import { store } from "./store.ts";

/**
 * What the compare page of a project shows in a state. Undefined where there is no such project.
 *
 * @param since the version that the page has: only runs that changed after it are sent
 */
export async function loadComparison(
  named: string,
  state: CompareState,
  since = 0,
): Promise<ComparisonData | undefined> {
  const found = await find(named);
  if (found === undefined) return undefined;
  const { project, index } = found;
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

/** By its name, or by its name as a page has it, which may hold less. */
async function find(
  named: string,
): Promise<{ readonly project: string; readonly index: IndexedProject } | undefined> {
  const index = await readProject(named);
  if (index !== undefined) return { project: named, index };
  const projects = await (await store()).listProjects();
  const other = projects.find(({ name }) => name !== named && pageText(name) === named);
  const found = other && (await readProject(other.name));
  return found && other && { project: other.name, index: found };
}
