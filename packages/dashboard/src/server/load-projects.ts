import "server-only";
import { pageText } from "../wire/page-text.ts";
import type { ProjectsData } from "../wire/projects-data.ts";
import { store } from "./store.ts";

export async function loadProjects(): Promise<ProjectsData> {
  const open = await store();
  const { revision } = await open.listChanges();
  const projects = await open.listProjects();
  return {
    revision,
    projects: projects
      .map(({ name, runs, running, lastStartedAt }) => ({
        name,
        title: pageText(name),
        runs,
        running,
        lastStartedAt: lastStartedAt.getTime(),
      }))
      .toSorted((a, b) => b.lastStartedAt - a.lastStartedAt),
  };
}
