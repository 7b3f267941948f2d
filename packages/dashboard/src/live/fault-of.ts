import type { Fault } from "../wire/answers.ts";
import { QuestionError } from "./question-error.ts";

/** What is wrong with a question, where that is why there is no answer. */
export function faultOf(error: Error | null): Fault | undefined {
  return error instanceof QuestionError ? error.fault : undefined;
}
