import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { CompareView } from "../../../compare/compare-view.tsx";
import { compareParams } from "../../../compare/search-params.ts";
import { prefetchComparison } from "../../../server/prefetch-comparison.ts";
import { projectName } from "../../../server/project-name.ts";
import { pageText } from "../../../wire/page-text.ts";
import { MissingProject } from "../missing-project.tsx";

interface ProjectPageProps {
  readonly params: Promise<{ readonly project: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export const dynamic = "force-dynamic";

const readState = createLoader(compareParams);

export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  return { title: pageText(projectName((await params).project)) };
}

export default async function ProjectPage({ params, searchParams }: ProjectPageProps) {
  const project = pageText(projectName((await params).project));
  const answers = await prefetchComparison(project, await readState(searchParams));
  if (answers === undefined) return <MissingProject wanted={project} />;
  return (
    <HydrationBoundary state={answers}>
      <CompareView key={project} project={project} />
    </HydrationBoundary>
  );
}
