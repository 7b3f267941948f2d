"use client";
import type { GroupsAnswer } from "../wire/groups-answer.ts";
import type { GroupsQuestion } from "../wire/questions.ts";
import { type Answer, useAnswer } from "./use-answer.ts";

/** Groups of the runs that match, in figures. */
export function useGroups(question: GroupsQuestion | undefined): Answer<GroupsAnswer> {
  return useAnswer<GroupsAnswer>({ path: "/api/groups", question });
}
