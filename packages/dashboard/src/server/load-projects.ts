import "server-only";
import { pageText } from "../wire/page-text.ts";
import { store } from "./store.ts";

export interface ProjectView {
  /** As the store has it, and as a page can show it. */
  readonly name: string;
  readonly title: string;
  readonly runs: number;
  readonly running: number;
  readonly lastStartedAt: number;
}

export interface ProjectsData {
  readonly revision: number;
  /** The one with the newest run first. */
  readonly projects: readonly ProjectView[];
}

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
