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

/**
 * The names of series and params as they are stored, where a page has less of them: keys, `best:KEY`, `param:PATH desc` and the like.
 *
 * @returns what is stored for a text that a page sent
 */
export async function storedNames(
  open: Store,
  project: string | undefined,
  asked: readonly string[],
): Promise<(text: string) => string> {
  if (!asked.some((text) => text.includes("\ufffd"))) return (text) => text;
  const { series, params } = await open.facets(project === undefined ? {} : { project });
  const names = [...series.map(({ key }) => key), ...params.map(({ path }) => path)];
  const stored = new Map(names.map((name) => [pageText(name), name]));
  return (text) => {
    const [, kind = "", name = text, direction = ""] =
      /^((?:best|last|kept|min|max|param):)?(.*?)( asc| desc)?$/s.exec(text) ?? [];
    return `${kind}${stored.get(name) ?? name}${direction}`;
  };
}
