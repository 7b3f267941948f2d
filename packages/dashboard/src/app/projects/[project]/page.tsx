import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareView } from "../../../compare/compare-view.tsx";
import { loadProject } from "../../../server/load-project.ts";
import { projectName } from "../../../server/project-name.ts";

interface ProjectPageProps {
  readonly params: Promise<{ readonly project: string }>;
}

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  return { title: projectName((await params).project) };
}

export default async function ProjectPage({ params }: ProjectPageProps) {
  const project = await loadProject(projectName((await params).project));
  if (project === undefined) notFound();
  return <CompareView initial={project} />;
}
