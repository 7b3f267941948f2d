import { answerQuestion } from "../../../server/answer-question.ts";
import { loadTraces } from "../../../server/load-traces.ts";
import { tracesQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** What early stopping saw: `TracesAnswer`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, tracesQuestion, loadTraces);
}

export const POST = GET;
