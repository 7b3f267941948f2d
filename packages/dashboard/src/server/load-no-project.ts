import "server-only";
import { closestName } from "@epochal/record";
import type { NoProjectData } from "../wire/no-project.ts";
import { forPage } from "../wire/page-text.ts";
import { store } from "./store.ts";

const MOST_OFFERED = 12;

/** What somebody may have meant by a name that no project has: the most similar one, then those that were used last. */
export async function loadNoProject(wanted: string): Promise<NoProjectData> {
  const projects = await (await store()).listProjects();
  const names = projects.map(({ name }) => name);
  const nearest = closestName(wanted, names);
  const offers = [
    ...projects.filter(({ name }) => name === nearest),
    ...projects.filter(({ name }) => name !== nearest),
  ];
  return forPage({
    wanted,
    offers: offers.slice(0, MOST_OFFERED).map(({ name, runs }) => ({ name, runs })),
  });
}
