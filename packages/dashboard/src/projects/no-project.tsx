import { counted } from "@epochal/conclusions";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { PageLink } from "../ui/page-link.tsx";
import type { NoProjectData } from "../wire/no-project.ts";
import { projectAddress } from "./project-address.ts";

/** Why an address names no project, and which one may be meant. */
export function NoProject({ wanted, offers }: NoProjectData) {
  return (
    <>
      <PageHeader crumbs={[{ name: "Project" }]} />
      <Notice title="There is no such project">
        <p className="[overflow-wrap:anywhere]">
          No project is called <bdi>{wanted}</bdi>. It may have been removed for good, or be in
          another store.
        </p>
        <p>
          To see another store, start the dashboard with{" "}
          <code>npx epochal --store path/to/runs.db</code>.
        </p>
        {offers.length > 0 && (
          <>
            <p>The projects of this one:</p>
            <ul aria-label="Projects to choose from" className="grid gap-1">
              {offers.map(({ name, runs }) => (
                <li key={name} className="min-w-0 [overflow-wrap:anywhere]">
                  <PageLink href={projectAddress(name)} className="text-accent hover:underline">
                    <bdi>{name}</bdi>
                  </PageLink>{" "}
                  <span className="text-small">{counted(runs, "run")}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </>
  );
}
