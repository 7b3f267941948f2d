"use client";
import { useEffect, useEffectEvent } from "react";
import { askJson } from "../live/ask.ts";
import { useRunChanges } from "../live/use-run-changes.ts";
import { useToldChanges } from "../runs-table/use-told-changes.ts";
import { isTyping } from "../ui/is-typing.ts";
import { useGoTo } from "../ui/use-go-to.ts";
import { useUndoToast } from "../ui/use-undo-toast.ts";
import { useViewer } from "../ui/viewer-context.tsx";
import type { LikeAnswer } from "../wire/groups-answer.ts";
import type { LikeQuestion } from "../wire/questions.ts";
import type { useCompareState } from "./use-compare-state.ts";

interface RunActionsArgs extends Pick<ReturnType<typeof useCompareState>, "state" | "set"> {
  /** Where the two selected groups stand side by side; undefined unless there are two. */
  readonly groups: string | undefined;
}

/** What a person does to runs of the table: it is done at once, and can be undone for ten seconds. */
export function useRunActions({ state, set, groups }: RunActionsArgs) {
  const goTo = useGoTo();
  const toast = useUndoToast();
  const { change, remove, restore } = useRunChanges();
  const keeping = useToldChanges();
  const { onlyReads } = useViewer();
  const compare = (a: string, b: string) =>
    goTo(`/diff/${encodeURIComponent(a)}...${encodeURIComponent(b)}`);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const [a, b, ...others] = state.select;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (event.key !== "d" || !isPlain) return;
    if (groups !== undefined) {
      event.preventDefault();
      goTo(groups);
    } else if (a !== undefined && b !== undefined && others.length === 0) {
      event.preventDefault();
      compare(a, b);
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
  const like = async (run: string) => {
    try {
      const question: LikeQuestion = { run };
      const { where } = await askJson<LikeAnswer>("/api/like", question);
      if (where === "") toast("All runs are like this one, but for their seeds.");
      else set({ where, select: null });
    } catch (error) {
      toast(`It is not known which runs are like it: ${wordsOf(error)}`);
    }
  };
  const reading = { onCompare: compare, onLike: (id: string) => void like(id) };
  if (onlyReads !== undefined) return { bulk: state.in === "trash" ? {} : reading };
  const bulk = {
    ...reading,
    onTag: (runs: readonly string[], tag: string) => change([{ runs, addTags: [tag] }]),
    onUntag: (runs: readonly string[], tag: string) => change([{ runs, removeTags: [tag] }]),
  };
  const archive = (archived: boolean) => (runs: readonly string[]) =>
    change([{ runs, set: { archived } }]);
  if (state.in === "trash") return { keeping, bulk: { onRestore: restore } };
  return {
    keeping,
    bulk:
      state.in === "archive"
        ? { ...bulk, onRestore: archive(false), onDelete: remove }
        : { ...bulk, onArchive: archive(true), onDelete: remove },
  };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
