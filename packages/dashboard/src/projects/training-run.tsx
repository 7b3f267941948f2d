import { progressWords } from "@epochal/conclusions";
import { PageLink } from "../ui/page-link.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import type { TrainingView } from "../wire/projects-data.ts";

/** A run that trains, and how far it has come. */
export function TrainingRun({ id, name, reached, epochs }: TrainingView) {
  const far = progressWords({
    ...(reached && { reached }),
    ...(epochs !== undefined && { epochs }),
  });
  const done = reached?.done ?? 0;
  return (
    <li className="flex min-w-0 items-center gap-2">
      <span aria-hidden="true" className="size-[7px] flex-none rounded-full bg-good" />
      <PageLink
        href={`/runs/${encodeURIComponent(id)}`}
        title={name}
        className="relative min-w-0 flex-1 truncate hover:underline"
      >
        <bdi>{name}</bdi>
      </PageLink>
      {epochs !== undefined && done <= epochs && (
        <ProgressBar
          label={`Progress of ${name}`}
          share={done / epochs}
          className="w-16 flex-none"
        />
      )}
      <span className="flex-none text-muted text-small">{far}</span>
    </li>
  );
}
