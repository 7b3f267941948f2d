import { answerQuestion } from "../../../server/answer-question.ts";
import { loadVerdict } from "../../../server/load-verdict.ts";
import { verdictQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** What the runs of a project show: `VerdictAnswer`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, verdictQuestion, loadVerdict);
}

export const POST = GET;
