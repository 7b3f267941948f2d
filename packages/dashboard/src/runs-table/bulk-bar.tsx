"use client";
import { counted } from "@epochal/conclusions";
import { Button } from "../ui/button.tsx";
import { OnlyReads } from "../ui/only-reads.tsx";
import { useDoing } from "../ui/use-doing.ts";
import { type Undo, useUndoToast } from "../ui/use-undo-toast.ts";
import { BulkTags } from "./bulk-tags.tsx";

interface BulkActions {
  /** Each does it to all of these runs and answers with what undoes it; undefined where nothing changed. */
  readonly onTag?: (ids: readonly string[], tag: string) => Promise<Undo | undefined>;
  readonly onUntag?: (ids: readonly string[], tag: string) => Promise<Undo | undefined>;
  readonly onArchive?: (ids: readonly string[]) => Promise<Undo | undefined>;
  readonly onDelete?: (ids: readonly string[]) => Promise<Undo | undefined>;
  /** Back from the archive, or from the trash. */
  readonly onRestore?: (ids: readonly string[]) => Promise<Undo | undefined>;
  /** Shows only runs that are like this one but for their seeds. */
  readonly onLike?: (id: string) => void;
  /** The two selected, in the order in which they were selected. */
  readonly onCompare?: (a: string, b: string) => void;
}

interface BulkBarProps extends BulkActions {
  readonly selected: ReadonlySet<string>;
  /** Those that any of the selected runs has. @default none */
  readonly tags?: readonly string[];
  readonly onClear: () => void;
}

/** What can be done with the selected runs, each undone within ten seconds. Stands below `Toasts`. */
export function BulkBar(props: BulkBarProps) {
  const { selected, tags = [], onClear, onTag, onUntag, onArchive, onDelete, onCompare } = props;
  const { onRestore, onLike } = props;
  const toast = useUndoToast();
  const during = useDoing();
  if (selected.size === 0) return null;
  const ids = [...selected];
  const runs = counted(ids.length, "run");
  const tell = async (said: string, doing: Promise<Undo | undefined>) =>
    toast(said, await during(doing));
  const act = async (said: string, doing: Promise<Undo | undefined>, clears = true) => {
    try {
      await tell(said, doing);
      if (clears) onClear();
    } catch (error) {
      toast(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const [a, b] = ids;
  return (
    <div
      role="toolbar"
      aria-label="Selected runs"
      className="flex flex-none flex-wrap items-center gap-2 border-line border-t bg-surface px-3 py-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:shadow-popup"
    >
      <span role="status" className="mr-auto flex-none font-medium max-sm:w-full">
        {runs} selected
      </span>
      {onCompare && ids.length === 2 && a !== undefined && b !== undefined && (
        <Button look="primary" title="Side by side (d)" onClick={() => onCompare(a, b)}>
          Compare 2 runs
        </Button>
      )}
      {onLike && ids.length === 1 && a !== undefined && (
        <Button title="Only runs with its params, whatever their seeds" onClick={() => onLike(a)}>
          Like this run
        </Button>
      )}
      {onTag && (
        <BulkTags
          tags={tags}
          onAdd={(tag) => tell(`${runs} tagged “${tag}”.`, onTag(ids, tag))}
          onRemove={(tag) => {
            if (onUntag) void act(`Took “${tag}” off ${runs}.`, onUntag(ids, tag), false);
          }}
        />
      )}
      {onArchive && (
        <Button onClick={() => void act(`${runs} archived.`, onArchive(ids))}>Archive</Button>
      )}
      {onRestore && (
        <Button onClick={() => void act(`${runs} restored.`, onRestore(ids))}>Restore</Button>
      )}
      {onDelete && (
        <Button
          look="danger"
          onClick={() => void act(`${runs} moved to the trash.`, onDelete(ids))}
        >
          Delete
        </Button>
      )}
      <OnlyReads />
      <Button look="plain" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}
