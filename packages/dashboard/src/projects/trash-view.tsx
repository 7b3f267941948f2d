"use client";
import { PageHeader } from "../ui/page-header.tsx";
import { Toasts } from "../ui/toasts.tsx";
import { projectAddress } from "./project-address.ts";
import { TrashList } from "./trash-list.tsx";

interface TrashViewProps {
  /** The title of a project. @default all projects */
  readonly project: string | undefined;
}

/** The runs that were deleted, and the way back. */
export function TrashView({ project }: TrashViewProps) {
  const crumb = project === undefined ? [] : [{ name: project, href: projectAddress(project) }];
  return (
    <Toasts>
      <PageHeader crumbs={[...crumb, { name: "Trash" }]} />
      <main id="content" className="mx-auto grid w-full max-w-4xl grid-cols-1 gap-3 px-4 py-6">
        <h1 className="font-semibold text-title [overflow-wrap:anywhere]">
          Trash{" "}
          {project !== undefined && (
            <>
              of <bdi>{project}</bdi>
            </>
          )}
        </h1>
        <p className="text-muted">
          Deleted runs stay here, whole, until <code className="font-mono">npx epochal gc</code>{" "}
          removes those that were deleted 14 days ago or longer. That frees their room on the disk,
          and cannot be undone; no page does it.
        </p>
        <TrashList project={project} />
      </main>
    </Toasts>
  );
}
