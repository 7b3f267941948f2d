import type { Metadata } from "next";
import { connection } from "next/server";
import { ProjectsView } from "../projects/projects-view.tsx";
import { loadProjects } from "../server/load-projects.ts";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage() {
  // The store is read when somebody looks, not while the dashboard is built.
  await connection();
  return <ProjectsView initial={await loadProjects()} madeAt={Date.now()} />;
}
