import type { RunChange } from "@epochal/record";

/** What somebody made of a run, in words: `renamed it from a to b, added the tag x`. */
export function updateWords(changes: readonly RunChange[]): string {
  return changes.flatMap(changeWords).join(", ") || "changed nothing";
}

function changeWords(change: RunChange): string[] {
  switch (change.field) {
    case "name":
      return [`renamed it from ${String(change.from)} to ${String(change.to)}`];
    case "tags": {
      const [from, to] = [listOf(change.from), listOf(change.to)];
      const added = to.filter((tag) => !from.includes(tag));
      const removed = from.filter((tag) => !to.includes(tag));
      return [tagWords("added", added), tagWords("removed", removed)].filter((it) => it !== "");
    }
    case "notes":
      return [change.to ? "changed its notes" : "removed its notes"];
    case "group":
      return change.to === null
        ? [`took it out of the group ${String(change.from)}`]
        : [`put it into the group ${String(change.to)}`];
    case "archived":
      return [change.to ? "archived it" : "took it out of the archive"];
    case "deleted":
      return [change.to ? "put it into the trash" : "restored it from the trash"];
    default:
      // Written by a newer version.
      return [`changed its ${change.field}`];
  }
}

function tagWords(verb: string, tags: readonly unknown[]): string {
  if (tags.length === 0) return "";
  return `${verb} the tag${tags.length === 1 ? "" : "s"} ${tags.join(", ")}`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
