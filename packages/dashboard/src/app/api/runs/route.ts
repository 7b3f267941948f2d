import { answerQuestion } from "../../../server/answer-question.ts";
import { loadRows } from "../../../server/load-rows.ts";
import { runsQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** A page of the runs that match: `RunsAnswer`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, runsQuestion, loadRows);
}

export const POST = GET;
