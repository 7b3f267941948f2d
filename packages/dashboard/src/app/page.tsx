import type { Metadata } from "next";
import { connection } from "next/server";
import { EmptyStore } from "../projects/empty-store.tsx";
import { ProjectList } from "../projects/project-list.tsx";
import { loadProjects } from "../server/load-projects.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { RefreshOnChange } from "../ui/refresh-on-change.tsx";
import { RunningChip } from "../ui/running-chip.tsx";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage() {
  // The store is read when somebody looks, not while the dashboard is built.
  await connection();
  const { projects, revision } = await loadProjects();
  const running = projects.reduce((sum, project) => sum + project.running, 0);
  return (
    <>
      <PageHeader crumbs={[]}>
        <RunningChip running={running} />
      </PageHeader>
      {projects.length === 0 ? (
        <EmptyStore />
      ) : (
        <ProjectList projects={projects} now={Date.now()} />
      )}
      <RefreshOnChange since={revision} />
    </>
  );
}
