"use client";
import { useKept } from "../ui/use-kept.ts";

const MOST = 8;
const NONE: readonly string[] = [];
const read = (kept: unknown) =>
  Array.isArray(kept) && kept.every((one) => typeof one === "string")
    ? kept.slice(0, MOST)
    : undefined;

/** The last queries of a project that somebody used, the newest first, kept in this browser. */
export function useRecentFilters(project: string) {
  const [recent, keep] = useKept<readonly string[]>(`epochal.filters.${project}`, NONE, read);
  const remember = (where: string) => {
    const text = where.trim();
    if (text !== "") keep([text, ...recent.filter((other) => other !== text)].slice(0, MOST));
  };
  return { recent, remember };
}
