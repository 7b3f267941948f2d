import "server-only";
import type { RunFilter, Store } from "@epochal/store";
import { pageText } from "../wire/page-text.ts";

interface AskedFilter extends RunFilter {
  readonly [other: string]: unknown;
}

/** The runs that a question means: its project by its name, or by its name as an address has it, which may hold less. */
export async function filterOf(open: Store, asked: AskedFilter): Promise<RunFilter> {
  const { project, ids, where, archived, deleted } = asked;
  return {
    ...(project !== undefined && { project: await storedProject(open, project) }),
    ...(ids !== undefined && { ids }),
    ...(where !== undefined && { where }),
    ...(archived !== undefined && { archived }),
    ...(deleted !== undefined && { deleted }),
  };
}

async function storedProject(open: Store, named: string): Promise<string> {
  if (!named.includes("\ufffd")) return named;
  const names = (await open.listProjects()).map(({ name }) => name);
  if (names.includes(named)) return named;
  return names.find((name) => pageText(name) === named) ?? named;
}
