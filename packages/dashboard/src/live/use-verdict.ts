"use client";
import type { VerdictAnswer } from "../wire/answers.ts";
import type { VerdictQuestion } from "../wire/questions.ts";
import { type Answer, useAnswer } from "./use-answer.ts";

/** What the runs of a project show: the sentence of those that match, and how all of them stand. */
export function useVerdict(question: VerdictQuestion | undefined): Answer<VerdictAnswer> {
  return useAnswer<VerdictAnswer>({ path: "/api/verdict", question });
}
