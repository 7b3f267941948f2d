"use client";
import { type UndoChange, useRunChanges } from "../live/use-run-changes.ts";
import { useDoing } from "../ui/use-doing.ts";
import { useUndoToast } from "../ui/use-undo-toast.ts";

/** Changes how a run is called and kept, and tells it with what undoes it for ten seconds. Each throws an Error that says why it was not done. */
export interface ToldChanges {
  readonly rename: (run: string, name: string) => Promise<void>;
  readonly addTag: (run: string, tag: string) => Promise<void>;
  readonly removeTag: (run: string, tag: string) => Promise<void>;
  readonly setNotes: (run: string, notes: string) => Promise<void>;
  /** Tells also where it was not done. */
  readonly orSay: (doing: Promise<void>) => void;
}

/** Stands below `Toasts`. */
export function useToldChanges(): ToldChanges {
  const { change } = useRunChanges();
  const toast = useUndoToast();
  const during = useDoing();
  const tell = async (said: string, doing: Promise<UndoChange | undefined>) => {
    const undo = await during(doing);
    // Where nothing changed there is nothing to tell.
    if (undo) toast(said, undo);
  };
  return {
    rename: (run, name) => tell("Renamed.", change([{ runs: [run], set: { name } }])),
    addTag: (run, tag) => tell(`Tagged ${tag}.`, change([{ runs: [run], addTags: [tag] }])),
    removeTag: (run, tag) =>
      tell(`Took off the tag ${tag}.`, change([{ runs: [run], removeTags: [tag] }])),
    setNotes: (run, notes) => tell("Notes saved.", change([{ runs: [run], set: { notes } }])),
    orSay: (doing) => {
      doing.catch((error: Error) => toast(`Nothing was changed: ${error.message}`));
    },
  };
}
