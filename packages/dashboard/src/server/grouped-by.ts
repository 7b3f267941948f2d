import "server-only";
import type { GroupsQuery } from "@epochal/store";

/**
 * What runs are grouped by, as the store takes it. `config` and `tags` are words, and `tags` goes with any of the others; a param of such a
 * name is written `param:tags`.
 *
 * @param stored what is stored for a name that a page sent
 */
export function groupedBy(
  names: readonly string[],
  stored: (name: string) => string = (name) => name,
): Pick<GroupsQuery, "by" | "tags"> {
  const others = names.filter((name) => name !== "tags");
  const params = others.map((name) => stored(name.replace(/^param:/, "")));
  return {
    by: others.includes("config") ? "config" : params,
    tags: others.length < names.length,
  };
}
