import { counted, formatAge, formatBytes, formatValue } from "@epochal/conclusions";
import { useId } from "react";
import { PageLink } from "../ui/page-link.tsx";
import type { ProjectView } from "../wire/projects-data.ts";
import { projectAddress } from "./project-address.ts";
import { ProjectMenu } from "./project-menu.tsx";
import { RecordsLine } from "./records-line.tsx";
import { TrainingRun } from "./training-run.tsx";

interface ProjectCardProps {
  readonly project: ProjectView;
  /** Epoch milliseconds. */
  readonly now: number;
  /** How much room it takes; undefined until that is known. */
  readonly bytes: number | undefined;
}

/** A project at a glance. The whole card leads to it. */
export function ProjectCard({ project, now, bytes }: ProjectCardProps) {
  const { title, runs, running, archived, best, training, lastActiveAt } = project;
  const heading = useId();
  const more = running - training.length;
  const facts = [
    counted(runs, "run"),
    ...(archived > 0 && archived < runs ? [`${archived} archived`] : []),
    ...(bytes === undefined ? [] : [formatBytes(bytes)]),
  ];
  return (
    <article
      aria-labelledby={heading}
      className="relative flex min-w-0 flex-col gap-2.5 rounded-card border border-line bg-surface px-4 pt-3 pb-3.5 shadow-card hover:border-line-strong"
    >
      <div className="flex items-start gap-2">
        <h2
          id={heading}
          className="line-clamp-2 min-w-0 flex-1 font-semibold [overflow-wrap:anywhere]"
        >
          <PageLink
            href={projectAddress(title)}
            title={title}
            className="after:absolute after:inset-0 after:rounded-card"
          >
            <bdi>{title}</bdi>
          </PageLink>
        </h2>
        <ProjectMenu title={title} className="-mt-1 -mr-2 relative" />
      </div>
      <div className="flex min-h-11 items-center justify-between gap-4">
        {best === undefined ? (
          <p className="text-muted">
            {running > 0 ? "Waiting for its first values" : "Nothing to judge its runs by"}
          </p>
        ) : (
          <dl className="min-w-0">
            <dt className="truncate text-muted text-small" title={best.key}>
              Best {best.key}
            </dt>
            <dd className="flex min-w-0 items-baseline gap-2">
              <b className="flex-none font-semibold text-title tracking-tight">
                {formatValue(best.value)}
              </b>
              <PageLink
                href={`/runs/${encodeURIComponent(best.id)}`}
                title={`${best.name}: the run that reached it`}
                className="relative min-w-0 truncate text-accent hover:underline"
              >
                <bdi>{best.name}</bdi>
              </PageLink>
            </dd>
          </dl>
        )}
        <RecordsLine {...project} />
      </div>
      {training.length > 0 && (
        <ul aria-label="Training now" className="grid gap-1">
          {training.map((run) => (
            <TrainingRun key={run.id} {...run} />
          ))}
          {more > 0 && <li className="text-muted text-small">and {more} more that train</li>}
        </ul>
      )}
      <p className="mt-auto flex flex-wrap items-baseline justify-between gap-x-3 text-muted text-small">
        <span>{facts.join(" · ")}</span>
        <span title="When a run of it last recorded something">{formatAge(lastActiveAt, now)}</span>
      </p>
    </article>
  );
}
