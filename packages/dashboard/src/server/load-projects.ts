import "server-only";
import type { ProjectSummary } from "@epochal/store";
import { forPage } from "../wire/page-text.ts";
import type { ProjectsData, ProjectView } from "../wire/projects-data.ts";
import { store } from "./store.ts";

/** The first page names so many of the runs that train, of each project. */
const MOST_TRAINING = 3;
/** A line as wide as a thumb shows no more steps. */
const MOST_RECORDS = 60;

/** All projects at a glance. The store is asked as often for a hundred of them as for one. */
export async function loadProjects(): Promise<ProjectsData> {
  const open = await store();
  const { revision } = await open.listChanges();
  const projects = await open.summarizeProjects();
  const { total: trash } = await open.listRuns({ deleted: true, limit: 0, with: {} });
  return forPage({ revision, projects: projects.map(toView), trash });
}

function toView(project: ProjectSummary): ProjectView {
  const { name, runs, running, archived, lastActiveAt, metric, best, records, training } = project;
  return {
    ...{ title: name, runs, running, archived, lastActiveAt: lastActiveAt.getTime() },
    ...(best &&
      metric && {
        best: { id: best.run, name: best.name, key: metric.key, value: best.value.value },
      }),
    records: thinned(records).map(({ startedAt, value }) => ({
      at: startedAt.getTime(),
      value: value.value,
    })),
    training: training.slice(0, MOST_TRAINING).map(({ startedAt: _startedAt, ...run }) => run),
  };
}

/** So many of them, the first and the last among them. */
function thinned<T>(records: readonly T[]): readonly T[] {
  const every = Math.ceil(records.length / MOST_RECORDS);
  const last = records.length - 1;
  return records.filter((_, at) => at === last || (at % every === 0 && last - at >= every));
}
