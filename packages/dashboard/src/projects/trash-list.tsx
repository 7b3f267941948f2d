"use client";
import { counted, formatAge } from "@epochal/conclusions";
import { useState } from "react";
import { useRunChanges } from "../live/use-run-changes.ts";
import { useRuns } from "../live/use-runs.ts";
import { Button } from "../ui/button.tsx";
import { OnlyReads } from "../ui/only-reads.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useDoing } from "../ui/use-doing.ts";
import { useNow } from "../ui/use-now.ts";
import { useUndoToast } from "../ui/use-undo-toast.ts";
import { useViewer } from "../ui/viewer-context.tsx";
import type { RunRow } from "../wire/answers.ts";
import { projectAddress } from "./project-address.ts";
import { trashAddress } from "./trash-address.ts";
import { trashQuestion } from "./trash-question.ts";

interface TrashListProps {
  /** The title of a project. @default all projects */
  readonly project: string | undefined;
}

const AT_ONCE = 200;

/** The runs in the trash, to be restored one by one or together. */
export function TrashList({ project }: TrashListProps) {
  const [to, setTo] = useState(AT_ONCE);
  const {
    rows,
    total = 0,
    waiting,
    showWaiting,
  } = useRuns(trashQuestion(project), { from: 0, to });
  const now = useNow();
  const { restore, isPending } = useRunChanges();
  const { onlyReads } = useViewer();
  const toast = useUndoToast();
  const during = useDoing();
  const back = async (runs: readonly RunRow[]) => {
    const [only, ...others] = runs;
    const said = others.length === 0 ? `${only?.name}` : counted(runs.length, "run");
    try {
      toast(`${said} restored.`, await during(restore(runs.map(({ id }) => id))));
    } catch (error) {
      toast(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const newer = waiting > 0 && (
    <Button onClick={showWaiting}>Show {counted(waiting, "run")} deleted since</Button>
  );
  if (total === 0) {
    return (
      newer || (
        <p
          role="status"
          className="rounded-card border border-line bg-surface px-4 py-8 text-muted"
        >
          {project === undefined
            ? "The trash is empty."
            : "No run of this project is in the trash."}{" "}
          {project !== undefined && (
            <>
              See{" "}
              <PageLink href={trashAddress()} className="text-accent underline">
                the whole trash
              </PageLink>
              .
            </>
          )}
        </p>
      )
    );
  }
  return (
    <section aria-label="Deleted runs" className="grid min-w-0 grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <p role="status" className="mr-auto text-muted">
          {counted(total, "run")}
          {project !== undefined && (
            <>
              {" "}
              ·{" "}
              <PageLink href={trashAddress()} className="text-accent underline">
                all projects
              </PageLink>
            </>
          )}
        </p>
        {newer}
        <OnlyReads />
        {rows.length > 1 && onlyReads === undefined && (
          <Button disabled={isPending} onClick={() => void back(rows)}>
            Restore {rows.length === total ? "all" : `these ${rows.length}`}
          </Button>
        )}
      </div>
      <ul className="rounded-card border border-line bg-surface shadow-card">
        {rows.map((run) => (
          <Deleted
            key={run.id}
            run={run}
            now={now}
            isOfOne={project !== undefined}
            isPending={isPending}
            onRestore={onlyReads === undefined ? () => void back([run]) : undefined}
          />
        ))}
      </ul>
      {rows.length < total && <Button onClick={() => setTo(to + AT_ONCE)}>Show more</Button>}
    </section>
  );
}

interface DeletedProps {
  readonly run: RunRow;
  readonly now: number | undefined;
  /** Whether the list is of one project. */
  readonly isOfOne: boolean;
  readonly isPending: boolean;
  /** Undefined where nobody may. */
  readonly onRestore: (() => void) | undefined;
}

function Deleted({ run, now, isOfOne, isPending, onRestore }: DeletedProps) {
  const { id, name, label, project, deletedAt } = run;
  return (
    <li className="flex min-w-0 items-center gap-3 border-line border-b px-4 py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        <PageLink
          href={`/runs/${encodeURIComponent(id)}`}
          title={label}
          className="block truncate hover:underline"
        >
          <bdi>{label}</bdi>
        </PageLink>
        <p className="truncate text-muted text-small">
          {!isOfOne && (
            <>
              <PageLink href={projectAddress(project)} className="hover:underline">
                <bdi>{project}</bdi>
              </PageLink>{" "}
              ·{" "}
            </>
          )}
          {deletedAt !== undefined && now !== undefined && `deleted ${formatAge(deletedAt, now)}`}
        </p>
      </div>
      {onRestore && (
        <Button aria-label={`Restore ${name}`} disabled={isPending} onClick={onRestore}>
          Restore
        </Button>
      )}
    </li>
  );
}
