"use client";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ChangedRuns, MovedRuns, RunsChange } from "../wire/runs-change.ts";
import { postJson } from "./post-json.ts";

/** Has it as it was. */
export type UndoChange = () => Promise<void>;

/** What can be done to runs. Each answers with what undoes it; undefined where nothing changed. */
export interface RunChangesView {
  /** Changes names, tags, notes, groups and the archive. */
  readonly change: (changes: readonly RunsChange[]) => Promise<UndoChange | undefined>;
  /** Puts runs into the trash. */
  readonly remove: (runs: readonly string[]) => Promise<UndoChange | undefined>;
  /** Brings runs back from the trash. */
  readonly restore: (runs: readonly string[]) => Promise<UndoChange | undefined>;
  readonly isPending: boolean;
}

/** Changes runs, puts them into the trash and brings them back; the page then shows them as they are. */
export function useRunChanges(): RunChangesView {
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (act: () => Promise<UndoChange | undefined>) => act(),
    onSettled: () => showAsTheyAre(client),
    // The server is this machine: no network is needed to reach it.
    networkMode: "always",
  });
  const change = async (changes: readonly RunsChange[]): Promise<UndoChange | undefined> => {
    const { undo } = await postJson<ChangedRuns>("/api/runs/changes", { changes });
    return undo.length === 0 ? undefined : undone(() => change(undo));
  };
  const move = async (
    to: "deletions" | "restorations",
    runs: readonly string[],
  ): Promise<UndoChange | undefined> => {
    const { moved } = await postJson<MovedRuns>(`/api/runs/${to}`, { runs });
    const back = to === "deletions" ? "restorations" : "deletions";
    return moved.length === 0 ? undefined : undone(() => move(back, moved));
  };
  const undone = (act: () => Promise<UndoChange | undefined>) => async () => {
    await mutateAsync(act);
  };
  return {
    change: (changes) => mutateAsync(() => change(changes)),
    remove: (runs) => mutateAsync(() => move("deletions", runs)),
    restore: (runs) => mutateAsync(() => move("restorations", runs)),
    isPending,
  };
}

/** The stream of news tells the same a moment later; who has changed something does not wait for it. */
function showAsTheyAre(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [kind], meta }) =>
      kind === "run" || kind === "runs" || meta?.isAskedAnew === true,
  });
}
