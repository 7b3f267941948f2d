import { answerQuestion } from "../../../server/answer-question.ts";
import { loadParameters } from "../../../server/load-parameters.ts";
import { parametersQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** What the page of parameters shows: `ParametersData`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, parametersQuestion, loadParameters);
}

export const POST = GET;
