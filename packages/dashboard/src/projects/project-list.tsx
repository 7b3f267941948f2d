import { counted, formatAge } from "@epochal/conclusions";
import Link from "next/link";
import type { ProjectView } from "../wire/projects-data.ts";

export interface ProjectListProps {
  readonly projects: readonly ProjectView[];
  /** Epoch milliseconds. */
  readonly now: number;
}

export function ProjectList({ projects, now }: ProjectListProps) {
  return (
    <main id="content" className="mx-auto grid max-w-3xl grid-cols-1 gap-4 px-4 py-8">
      <h1 className="font-semibold text-title">Projects</h1>
      <ul className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
        {projects.map((project) => (
          <li key={project.name} className="border-line border-b last:border-b-0">
            <Link
              href={`/projects/${encodeURIComponent(project.title)}`}
              className="flex min-h-14 items-center gap-4 px-4 py-3 hover:bg-accent-soft"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold" title={project.title}>
                  {project.title}
                </span>
                <span className="text-muted text-small">{counted(project.runs, "run")}</span>
              </span>
              {project.running > 0 && (
                <span className="flex items-center gap-1.5 whitespace-nowrap text-good">
                  <span aria-hidden="true" className="size-[7px] rounded-full bg-good" />
                  {project.running} running
                </span>
              )}
              <time
                dateTime={new Date(project.lastStartedAt).toISOString()}
                className="w-28 text-right text-muted text-small"
              >
                {formatAge(project.lastStartedAt, now)}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
