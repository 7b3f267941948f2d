import { answerQuestion } from "../../../server/answer-question.ts";
import { loadCompletions } from "../../../server/load-completions.ts";
import { completionsQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** What may stand at a place in a query: `CompletionsAnswer`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, completionsQuestion, loadCompletions);
}

export const POST = GET;
