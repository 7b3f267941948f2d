import type { RunView } from "../data/run-json.ts";

/** Whether somebody gave the run its name. The store calls the others by their project and the time they were started. */
export function isGivenName({ name, project }: Pick<RunView, "name" | "project">): boolean {
  const rest = name.startsWith(`${project} `) ? name.slice(project.length + 1) : undefined;
  return rest === undefined || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(rest);
}
