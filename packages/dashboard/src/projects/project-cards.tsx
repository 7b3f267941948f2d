"use client";
import { counted, countedOf, formatBytes } from "@epochal/conclusions";
import { parseAsString, useQueryState } from "nuqs";
import { useStorage } from "../live/use-storage.ts";
import { PageLink } from "../ui/page-link.tsx";
import type { ProjectsData, ProjectView, StorageView } from "../wire/projects-data.ts";
import { ProjectCard } from "./project-card.tsx";
import { trashAddress } from "./trash-address.ts";

interface ProjectCardsProps extends Pick<ProjectsData, "projects" | "trash"> {
  /** Epoch milliseconds. */
  readonly now: number;
}

/** All projects as cards; those whose runs are all archived are folded away. */
export function ProjectCards({ projects, trash, now }: ProjectCardsProps) {
  const [search, setSearch] = useQueryState("search", parseAsString.withDefault(""));
  const storage = useStorage();
  const found = projects.filter(({ title }) => holds(title, search));
  const shown = found.filter((project) => !isArchived(project));
  const archived = found.filter(isArchived);
  const isSearching = search.trim() !== "";
  return (
    <main id="content" className="mx-auto grid w-full max-w-[1440px] grid-cols-1 gap-4 px-4 py-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="font-semibold text-title">Projects</h1>
        <p role="status" className="text-muted">
          {countedOf(found.length, projects.length, "project")}
          {storage && ` · ${formatBytes(storage.bytes)} on disk`}
        </p>
        <input
          type="search"
          aria-label="Search projects"
          placeholder="Search projects"
          value={search}
          onChange={({ target }) => {
            setSearch(target.value === "" ? null : target.value).catch(() => undefined);
          }}
          className="ml-auto h-8 w-64 max-w-full rounded-control border border-line bg-surface px-2.5 placeholder:text-muted max-sm:w-full"
        />
      </div>
      {found.length === 0 && <p className="text-muted">No project is called like that.</p>}
      <Cards projects={shown} now={now} storage={storage} />
      {archived.length > 0 && (
        <details open={isSearching || undefined}>
          <summary className="text-muted">Archived: {counted(archived.length, "project")}</summary>
          <div className="mt-3">
            <Cards projects={archived} now={now} storage={storage} />
          </div>
        </details>
      )}
      {trash > 0 && (
        <p className="text-muted">
          <PageLink href={trashAddress()} className="text-accent underline">
            Trash
          </PageLink>
          : {counted(trash, "run")}
          {storage && storage.trash > 0 && `, ${formatBytes(storage.trash)}`}
        </p>
      )}
    </main>
  );
}

interface CardsProps {
  readonly projects: readonly ProjectView[];
  readonly now: number;
  readonly storage: StorageView | undefined;
}

function Cards({ projects, now, storage }: CardsProps) {
  if (projects.length === 0) return null;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,360px),1fr))] gap-3">
      {projects.map((project) => (
        <li key={project.title} className="grid min-w-0">
          <ProjectCard project={project} now={now} bytes={storage?.projects[project.title]} />
        </li>
      ))}
    </ul>
  );
}

const isArchived = ({ runs, archived }: ProjectView) => archived === runs;

const holds = (title: string, search: string) =>
  title.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
