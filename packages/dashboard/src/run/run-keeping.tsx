"use client";
import { type UndoChange, useRunChanges } from "../live/use-run-changes.ts";
import { useToldChanges } from "../runs-table/use-told-changes.ts";
import { Button } from "../ui/button.tsx";
import { EditableText } from "../ui/editable-text.tsx";
import { OnlyReads } from "../ui/only-reads.tsx";
import { TagEditor } from "../ui/tag-editor.tsx";
import { TagList } from "../ui/tag-list.tsx";
import { useDoing } from "../ui/use-doing.ts";
import { useUndoToast } from "../ui/use-undo-toast.ts";
import { useViewer } from "../ui/viewer-context.tsx";
import { refusalWords } from "../wire/refusal-words.ts";
import type { RunView } from "../wire/run-json.ts";

const LONGEST_NOTES = 100_000;
/** As high as the field for tags and the buttons of texts beside it. */
const SMALL = "h-6! text-small";

/** The name of a run, its tags and its notes, edited where they stand by who may; and where it is kept. Stands below `Toasts`. */
export function RunKeeping({ run }: { readonly run: RunView }) {
  const { change, remove, restore } = useRunChanges();
  const toast = useUndoToast();
  const during = useDoing();
  const told = useToldChanges();
  const runs = [run.id];
  const act = (doing: Promise<UndoChange | undefined>, said: string) =>
    told.orSay(during(doing).then((undo) => undo && toast(said, undo)));
  const { onlyReads } = useViewer();
  const name = (
    <h1 className="min-w-0 font-semibold text-title tracking-tight [overflow-wrap:anywhere]">
      <bdi>{run.name}</bdi>
    </h1>
  );
  const written = run.notes !== "" && (
    <p className="min-w-0 max-w-prose whitespace-pre-wrap [overflow-wrap:anywhere]">{run.notes}</p>
  );
  if (onlyReads !== undefined) {
    return (
      <div className="grid min-w-0 justify-items-start gap-2">
        {name}
        <TagList tags={run.tags} />
        {written}
        <OnlyReads />
      </div>
    );
  }
  const isDeleted = run.deletedAt !== undefined;
  const isTraining = run.status.state === "running";
  const isArchived = run.archivedAt !== undefined;
  const notes = (
    <EditableText
      value={run.notes}
      label="Notes"
      action={run.notes === "" ? "Add notes" : "Edit notes"}
      isLong
      mayBeEmpty
      maxLength={LONGEST_NOTES}
      onSave={(notes) => told.setNotes(run.id, notes)}
    >
      {written}
    </EditableText>
  );
  return (
    <>
      <EditableText
        value={run.name}
        label="Name of the run"
        action="Rename"
        onSave={(name) => told.rename(run.id, name)}
      >
        {name}
      </EditableText>
      <div className="mt-2 flex min-w-0 flex-wrap items-center gap-2">
        <TagEditor
          tags={run.tags}
          onAdd={(tag) => told.addTag(run.id, tag)}
          onRemove={(tag) => told.orSay(told.removeTag(run.id, tag))}
        />
        {run.notes === "" && notes}
        <Button
          className={SMALL}
          onClick={() =>
            act(
              change([{ runs, set: { archived: !isArchived } }]),
              isArchived ? "Out of the archive." : "Archived.",
            )
          }
        >
          {isArchived ? "Take out of the archive" : "Archive"}
        </Button>
        <Button
          look={isDeleted ? "primary" : "danger"}
          className={SMALL}
          onClick={() => {
            if (isDeleted) act(restore(runs), "Restored.");
            else if (isTraining) toast(refusalWords([run]));
            else act(remove(runs), "Moved to the trash.");
          }}
        >
          {isDeleted ? "Restore from the trash" : "Delete"}
        </Button>
      </div>
      {run.notes !== "" && <div className="mt-2">{notes}</div>}
    </>
  );
}
