import type { Store } from "@epochal/store";
import { CommandError } from "../arguments/command-error.ts";

/** @throws CommandError where a store has projects, and none of this name */
export async function checkProject(store: Store, project: string): Promise<void> {
  const names = (await store.listProjects()).map(({ name }) => name);
  if (names.includes(project) || names.length === 0) return;
  throw new CommandError(`there is no project ${project}. There are: ${names.join(", ")}.`);
}
