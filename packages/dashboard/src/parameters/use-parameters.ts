"use client";

import { useRef } from "react";
import { useAnswer } from "../live/use-answer.ts";
import type { Fault } from "../wire/answers.ts";
import type { ParametersData } from "./parameters-data.ts";
import type { ParametersState } from "./parameters-params.ts";
import { parametersQuestionOf } from "./parameters-params.ts";

export interface ParametersStart {
  /** What the address of the page asks for; all runs, where it asks for nothing that can be answered. */
  readonly initial: ParametersData;
  /** What is wrong with the filter in the address. */
  readonly fault?: Fault | undefined;
}

/** What the page shows in this state; what it showed before, until the answer is there. */
export function useParameters(
  { initial, fault }: ParametersStart,
  state: ParametersState,
): { readonly data: ParametersData; readonly fault: Fault | undefined } {
  const question = parametersQuestionOf(initial.project, state);
  const first = useRef(JSON.stringify(question));
  const isFirst = first.current === JSON.stringify(question);
  const isRefused = isFirst && fault !== undefined;
  const answer = useAnswer<ParametersData>({
    path: "/api/parameters",
    question: isRefused ? { project: initial.project } : question,
    initial: isFirst ? initial : undefined,
  });
  return { data: answer.data ?? initial, fault: isRefused ? fault : answer.fault };
}
