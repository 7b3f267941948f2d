"use client";
import type { FacetsAnswer } from "../wire/answers.ts";
import type { FacetsQuestion } from "../wire/questions.ts";
import { type Answer, useAnswer } from "./use-answer.ts";

/** What the runs that match have: params with their values, series, tags, states, counted over all of them. */
export function useFacets(question: FacetsQuestion | undefined): Answer<FacetsAnswer> {
  return useAnswer<FacetsAnswer>({ path: "/api/facets", question });
}
