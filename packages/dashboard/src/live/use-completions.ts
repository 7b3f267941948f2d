"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CompletionsAnswer } from "../wire/answers.ts";
import type { CompletionsQuestion } from "../wire/questions.ts";
import { askJson } from "./ask.ts";

/** What may stand at the caret of a query, and what is wrong with its text. Undefined until it is known, and where nothing is asked. */
export function useCompletions(
  question: CompletionsQuestion | undefined,
): CompletionsAnswer | undefined {
  const { data, isPlaceholderData } = useQuery({
    queryKey: ["completions", question],
    queryFn: ({ signal }) => askJson<CompletionsAnswer>("/api/completions", question ?? {}, signal),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    // What runs have changes seldom while somebody types.
    staleTime: 10_000,
    gcTime: 30_000,
  });
  // Suggestions of the text before would replace the wrong word.
  return question === undefined || isPlaceholderData ? undefined : data;
}
