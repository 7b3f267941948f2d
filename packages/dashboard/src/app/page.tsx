import type { Metadata } from "next";
import { connection } from "next/server";
import { ProjectsView } from "../projects/projects-view.tsx";
import { loadProjects } from "../server/load-projects.ts";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage() {
  // The page reads the store when somebody looks, not when the dashboard is built.
  await connection();
  return <ProjectsView initial={await loadProjects()} madeAt={Date.now()} />;
}
