"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Fault } from "../wire/answers.ts";
import type { QuestionPath } from "../wire/question-address.ts";
import { askJson } from "./ask.ts";
import { faultOf } from "./fault-of.ts";
import { useLastKnown } from "./use-last-known.ts";

/** The answer to a question, as far as there is one. */
export interface Answer<T> {
  /** Of the question before, while the new one is asked: see `isOld`. */
  readonly data: T | undefined;
  readonly isOld: boolean;
  readonly fault: Fault | undefined;
}

export interface AnswerArgs<T> {
  readonly path: QuestionPath;
  /** Undefined where nothing is to be asked yet. */
  readonly question: object | undefined;
  readonly ask?: (question: object, signal: AbortSignal) => Promise<T>;
  /** The answer, where the page came with it. */
  readonly initial?: T | undefined;
  /** The ids of the runs that it is about. @default any run may change it */
  readonly runs?: readonly string[] | undefined;
}

/** Asks a question, and asks it again when the runs that it is about change, at most every few seconds. */
export function useAnswer<T>(args: AnswerArgs<T>): Answer<T> {
  const { path, question, ask, initial, runs } = args;
  const { data, isPlaceholderData, error } = useQuery<T>({
    queryKey: [path, question],
    queryFn: ({ signal }) =>
      ask === undefined ? askJson<T>(path, question ?? {}, signal) : ask(question ?? {}, signal),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    meta: { isAskedAnew: true, ...(runs && { runs }) },
    ...(initial !== undefined && { initialData: () => initial }),
    // Columns are replaced as a whole.
    ...(ask !== undefined && { structuralSharing: false }),
  });
  return { data: useLastKnown(data), isOld: isPlaceholderData, fault: faultOf(error) };
}
