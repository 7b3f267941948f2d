"use client";
import { useQuery } from "@tanstack/react-query";
import type { StorageView } from "../wire/projects-data.ts";

/** How much room the store takes; undefined until it is weighed, which no page waits for. */
export function useStorage(): StorageView | undefined {
  const { data } = useQuery({
    queryKey: ["storage"],
    queryFn: async ({ signal }) => {
      const response = await fetch("/api/storage", { signal });
      if (!response.ok) throw new Error(`The storage was answered with ${response.status}.`);
      return (await response.json()) as StorageView;
    },
  });
  return data;
}
