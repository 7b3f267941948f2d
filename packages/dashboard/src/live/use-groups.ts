"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { GroupsAnswer } from "../wire/groups-answer.ts";
import type { GroupsQuestion } from "../wire/questions.ts";
import { askJson } from "./ask.ts";
import { faultOf } from "./fault-of.ts";
import type { Answer } from "./use-answer.ts";
import { useGeneration } from "./use-generation.ts";
import { useLastKnown } from "./use-last-known.ts";

export interface GroupsView extends Answer<GroupsAnswer> {
  /** Another one is the same question at a later moment. */
  readonly generation: number;
  /** How many runs match now and are in no group: "3 new runs". */
  readonly waiting: number;
  /** Asks for the groups as they are now, with those that wait. */
  readonly showWaiting: () => void;
}

/**
 * Groups of the runs that match, in figures. What changes of their runs changes in place; runs that come are in none of them until another
 * question is asked or somebody wants to see them.
 */
export function useGroups(question: GroupsQuestion | undefined): GroupsView {
  const [generation, showWaiting] = useGeneration(question);
  const { data, isPlaceholderData, error } = useQuery<GroupsAnswer>({
    queryKey: ["/api/groups", question, generation],
    queryFn: ({ client, queryKey, signal }) => {
      const until = client.getQueryData<GroupsAnswer>(queryKey)?.until;
      return askJson("/api/groups", { ...question, ...(until !== undefined && { until }) }, signal);
    },
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    meta: { isAskedAnew: true },
  });
  return {
    data: useLastKnown(data),
    isOld: isPlaceholderData,
    fault: faultOf(error),
    generation,
    waiting: isPlaceholderData ? 0 : (data?.newer ?? 0),
    showWaiting,
  };
}
