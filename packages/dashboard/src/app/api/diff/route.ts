import { answerQuestion } from "../../../server/answer-question.ts";
import { loadDiff, namesOnPage } from "../../../server/load-diff.ts";
import { diffQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** `DiffData` of two runs. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, diffQuestion, ({ a, b, page }) =>
    loadDiff(a, b, page && namesOnPage),
  );
}
