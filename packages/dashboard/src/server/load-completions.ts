import "server-only";
import { completeQuery } from "@epochal/store/query";
import type { InferOutput } from "valibot";
import type { CompletionsAnswer } from "../wire/answers.ts";
import type { completionsQuestion } from "../wire/questions.ts";
import { faultOf } from "./answer-question.ts";
import { filterOf } from "./filter-of.ts";
import { store } from "./store.ts";

/** A list that somebody can still look through. */
const MOST = 50;

/** What may stand at the caret of a query, of what the runs of a project have; and what is wrong with it. */
export async function loadCompletions(
  question: InferOutput<typeof completionsQuestion>,
): Promise<CompletionsAnswer> {
  const { text, caret = text.length } = question;
  const open = await store();
  const { project } = await filterOf(open, question);
  const filter = project === undefined ? {} : { project };
  const { from, completions } = completeQuery(text, caret, await open.facets(filter));
  const offered = { from, completions: completions.slice(0, MOST) };
  try {
    await open.listRuns({ ...filter, where: text, limit: 0 });
    return offered;
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return { ...offered, fault };
  }
}
