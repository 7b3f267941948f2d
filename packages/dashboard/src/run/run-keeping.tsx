"use client";
import { useEffect, useState } from "react";
import { type UndoChange, useRunChanges } from "../live/use-run-changes.ts";
import { EditableText } from "../ui/editable-text.tsx";
import { refusalWords } from "../wire/refusal-words.ts";
import type { RunView } from "../wire/run-json.ts";
import { TagEditor } from "./tag-editor.tsx";

/** How long what was done can be undone here. */
const UNDO_MS = 10_000;
const LONGEST_NOTES = 100_000;

interface Done {
  readonly said: string;
  readonly undo?: UndoChange | undefined;
}

/** The name of a run, its tags and its notes, edited where they stand; and where it is kept. */
export function RunKeeping({ run }: { readonly run: RunView }) {
  const { change, remove, restore } = useRunChanges();
  const [done, setDone] = useState<Done | undefined>(undefined);
  useEffect(() => {
    if (done === undefined) return;
    const timer = setTimeout(() => setDone(undefined), UNDO_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const runs = [run.id];
  const tell = (said: string) => (undo: UndoChange | undefined) => setDone(undo && { said, undo });
  const act = (doing: Promise<UndoChange | undefined>, said: string) => {
    doing.then(tell(said)).catch((error: Error) => setDone({ said: error.message }));
  };
  const isDeleted = run.deletedAt !== undefined;
  const isTraining = run.status.state === "running";
  const isArchived = run.archivedAt !== undefined;
  return (
    <>
      <EditableText
        value={run.name}
        label="Name of the run"
        action="Rename"
        onSave={async (name) => tell("Renamed.")(await change([{ runs, set: { name } }]))}
      >
        <h1 className="min-w-0 break-words font-semibold text-title tracking-tight">
          <bdi>{run.name}</bdi>
        </h1>
      </EditableText>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <TagEditor
          tags={run.tags}
          onAdd={async (tag) => tell(`Tagged ${tag}.`)(await change([{ runs, addTags: [tag] }]))}
          onRemove={(tag) => act(change([{ runs, removeTags: [tag] }]), `Took off the tag ${tag}.`)}
        />
        <EditableText
          value={run.notes}
          label="Notes"
          action={run.notes === "" ? "Add notes" : "Edit notes"}
          isLong
          mayBeEmpty
          maxLength={LONGEST_NOTES}
          onSave={async (notes) => tell("Notes saved.")(await change([{ runs, set: { notes } }]))}
        >
          {run.notes !== "" && (
            <p className="max-w-prose whitespace-pre-wrap break-words">{run.notes}</p>
          )}
        </EditableText>
        <Keep
          onClick={() =>
            act(
              change([{ runs, set: { archived: !isArchived } }]),
              isArchived ? "Out of the archive." : "Archived.",
            )
          }
        >
          {isArchived ? "Take out of the archive" : "Archive"}
        </Keep>
        <Keep
          onClick={() =>
            isDeleted
              ? act(restore(runs), "Restored.")
              : isTraining
                ? setDone({ said: refusalWords([run]) })
                : act(remove(runs), "In the trash, for 14 days.")
          }
        >
          {isDeleted ? "Restore from the trash" : "Delete"}
        </Keep>
        <p role="status" className="flex min-w-0 items-center gap-2 text-muted empty:hidden">
          {done && (
            <>
              <span className="min-w-0 break-words">{done.said}</span>
              {done.undo && (
                <Keep
                  onClick={() => {
                    done.undo?.().catch((error: Error) => setDone({ said: error.message }));
                    setDone(undefined);
                  }}
                >
                  Undo
                </Keep>
              )}
            </>
          )}
        </p>
      </div>
    </>
  );
}

function Keep({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="h-7 flex-none rounded-control border border-line px-2.5 text-muted hover:border-line-strong hover:text-text"
    >
      {children}
    </button>
  );
}
