"use client";
import { useQueries } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { MembersAnswer } from "../wire/groups-answer.ts";
import type { MembersQuestion } from "../wire/questions.ts";
import { askJson } from "./ask.ts";

type Members = ReadonlyMap<string, readonly string[]>;

/** The ids of the runs of these groups, by group; those of the question before while the new one is asked. */
export function useMembers(
  question: Omit<MembersQuestion, "group"> | undefined,
  groups: readonly string[],
): Members {
  const answers = useQueries({
    queries: groups.map((group) => ({
      queryKey: ["/api/members", question, group],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        askJson<MembersAnswer>("/api/members", { ...question, group }, signal),
      enabled: question !== undefined,
      meta: { isAskedAnew: true },
    })),
    combine,
  });
  const before = useRef<Members>(new Map());
  return useMemo(() => {
    const found = groups.map((group, place) => {
      const runs = answers[place]?.runs ?? before.current.get(group) ?? [];
      return [group, runs] as const;
    });
    before.current = new Map(found);
    return before.current;
  }, [groups, answers]);
}

const combine = (results: readonly { readonly data: MembersAnswer | undefined }[]) =>
  results.map(({ data }) => data);
