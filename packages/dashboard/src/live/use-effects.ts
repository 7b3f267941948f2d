"use client";
import type { EffectsAnswer } from "../wire/answers.ts";
import type { EffectsQuestion } from "../wire/questions.ts";
import { type Answer, useAnswer } from "./use-answer.ts";

/** What params have to do with a metric, over all runs that match. */
export function useEffects(question: EffectsQuestion | undefined): Answer<EffectsAnswer> {
  return useAnswer<EffectsAnswer>({ path: "/api/effects", question });
}
