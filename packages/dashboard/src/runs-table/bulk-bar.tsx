"use client";
import { counted } from "@epochal/conclusions";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { type Undo, useUndoToast } from "../ui/use-undo-toast.ts";

interface BulkActions {
  /** Each does it to all of these runs and answers with what undoes it; undefined where nothing changed. */
  readonly onTag?: (ids: readonly string[], tag: string) => Promise<Undo | undefined>;
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
  readonly onClear: () => void;
}

/** What can be done with the selected runs, each undone within ten seconds. Stands below `Toasts`. */
export function BulkBar(props: BulkBarProps) {
  const { selected, onClear, onTag, onArchive, onDelete, onCompare } = props;
  const { onRestore, onLike } = props;
  const toast = useUndoToast();
  const [tag, setTag] = useState("");
  const [isTagging, setTagging] = useState(false);
  if (selected.size === 0) return null;
  const ids = [...selected];
  const runs = counted(ids.length, "run");
  const act = async (said: string, doing: Promise<Undo | undefined>, clears = true) => {
    try {
      const undo = await doing;
      if (clears) onClear();
      toast(said, undo);
    } catch (error) {
      toast(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const [a, b] = ids;
  return (
    <div
      role="toolbar"
      aria-label="Selected runs"
      className="flex flex-wrap items-center gap-2 border-line border-t bg-surface px-3 py-2"
    >
      <span role="status" className="mr-auto font-medium">
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
        <Popover
          label="Tag the selected runs"
          open={isTagging}
          onOpenChange={setTagging}
          trigger={<Button>Tag</Button>}
        >
          <form
            className="flex gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              const name = tag.trim();
              if (name === "") return;
              setTagging(false);
              setTag("");
              void act(`${runs} tagged “${name}”.`, onTag(ids, name), false);
            }}
          >
            <input
              aria-label="Tag"
              placeholder="A tag"
              value={tag}
              onChange={(event) => setTag(event.target.value)}
              className="h-7 w-40 rounded-control border border-line bg-bg px-2 placeholder:text-muted"
            />
            <Button type="submit" look="primary">
              Add
            </Button>
          </form>
        </Popover>
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
      <Button look="plain" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}
