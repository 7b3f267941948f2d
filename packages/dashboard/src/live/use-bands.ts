"use client";
import { type BandsAnswer, decodeBands } from "../wire/bands-format.ts";
import type { BandsQuestion } from "../wire/questions.ts";
import { askBytes } from "./ask.ts";
import { type Answer, useAnswer } from "./use-answer.ts";

/** The middle and the spread of each group of runs, over all that match. */
export function useBands(question: BandsQuestion | undefined): Answer<BandsAnswer> {
  return useAnswer({ path: "/api/bands", question, ask: askBands });
}

const askBands = async (question: object, signal: AbortSignal) =>
  decodeBands(await askBytes("/api/bands", question, signal));
