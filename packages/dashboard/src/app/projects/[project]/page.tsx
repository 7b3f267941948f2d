import type { Metadata } from "next";
import { headers } from "next/headers";
import { createLoader, type SearchParams } from "nuqs/server";
import { preload } from "react-dom";
import { CompareView } from "../../../compare/compare-view.tsx";
import { compareParams } from "../../../compare/search-params.ts";
import { Prefetched } from "../../../live/prefetched.tsx";
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
  const prefetched = await prefetchComparison(project, await readState(searchParams));
  if (prefetched === undefined) return <MissingProject wanted={project} />;
  // Who comes from another page may have some of it, and its scripts are there already.
  const isOpened = (await headers()).get("sec-fetch-mode") === "navigate";
  for (const address of isOpened ? prefetched.next : [])
    preload(address, { as: "fetch", crossOrigin: "anonymous" });
  return (
    <Prefetched answers={prefetched.answers}>
      <CompareView key={project} project={project} />
    </Prefetched>
  );
}
