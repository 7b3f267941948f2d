"use client";
import { useNow } from "../compare/use-now.ts";
import { useProjects } from "../live/use-projects.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { RunningChip } from "../ui/running-chip.tsx";
import type { ProjectsData } from "../wire/projects-data.ts";
import { EmptyStore } from "./empty-store.tsx";
import { ProjectList } from "./project-list.tsx";

interface ProjectsViewProps {
  readonly initial: ProjectsData;
  /** When the page was made, in epoch milliseconds. */
  readonly madeAt: number;
}

/** The first page: all projects, or how to begin. */
export function ProjectsView({ initial, madeAt }: ProjectsViewProps) {
  const { projects } = useProjects(initial);
  const now = useNow() ?? madeAt;
  const running = projects.reduce((sum, project) => sum + project.running, 0);
  return (
    <>
      <PageHeader crumbs={[]}>
        <RunningChip running={running} />
      </PageHeader>
      {projects.length === 0 ? <EmptyStore /> : <ProjectList projects={projects} now={now} />}
    </>
  );
}
