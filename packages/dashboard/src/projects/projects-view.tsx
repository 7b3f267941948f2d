"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useProjects } from "../live/use-projects.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { RunningChip } from "../ui/running-chip.tsx";
import { useNow } from "../ui/use-now.ts";
import type { ProjectsData } from "../wire/projects-data.ts";
import { EmptyStore } from "./empty-store.tsx";
import { projectAddress } from "./project-address.ts";
import { ProjectCards } from "./project-cards.tsx";

interface ProjectsViewProps {
  readonly initial: ProjectsData;
  /** When the page was made, in epoch milliseconds. */
  readonly madeAt: number;
}

/** The first page: all projects, or how to begin. */
export function ProjectsView({ initial, madeAt }: ProjectsViewProps) {
  const { projects, trash } = useProjects(initial);
  const now = useNow() ?? madeAt;
  const running = projects.reduce((sum, project) => sum + project.running, 0);
  const isOpening = useFirstRun(projects);
  return (
    <>
      <PageHeader crumbs={[]}>
        <RunningChip running={running} />
      </PageHeader>
      {projects.length === 0 || isOpening ? (
        <EmptyStore trash={trash} />
      ) : (
        <ProjectCards projects={projects} trash={trash} now={now} />
      )}
    </>
  );
}

/** Opens the first run for whoever waits for it. @returns whether it is on its way */
function useFirstRun([first]: ProjectsData["projects"]): boolean {
  const router = useRouter();
  const [wasEmpty] = useState(first === undefined);
  const title = wasEmpty ? first?.title : undefined;
  useEffect(() => {
    if (title !== undefined) router.push(projectAddress(title));
  }, [title, router]);
  return title !== undefined;
}
