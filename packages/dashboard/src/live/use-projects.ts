"use client";
import { useQuery } from "@tanstack/react-query";
import type { ProjectsData } from "../wire/projects-data.ts";

/** The projects, kept up to date while the page is open. */
export function useProjects(initial: ProjectsData): ProjectsData {
  const { data } = useQuery({
    queryKey: ["projects"],
    queryFn: async ({ signal }) => {
      const response = await fetch("/api/projects", { signal });
      if (!response.ok) throw new Error(`The projects were answered with ${response.status}.`);
      return (await response.json()) as ProjectsData;
    },
    initialData: initial,
    meta: { isAskedAnew: true },
  });
  return data;
}
