import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareView } from "../../../compare/compare-view.tsx";
import { loadProject } from "../../../server/load-project.ts";

interface ProjectPageProps {
  readonly params: Promise<{ readonly project: string }>;
}

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).project) };
}

export default async function ProjectPage({ params }: ProjectPageProps) {
  const project = await loadProject(decodeURIComponent((await params).project));
  if (project === undefined) notFound();
  return <CompareView initial={project} />;
}
