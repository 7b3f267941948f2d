import { answerQuestion } from "../../../server/answer-question.ts";
import { loadHistograms } from "../../../server/load-histograms.ts";
import { histogramsQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** `HistogramsAnswer` of a run. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, histogramsQuestion, ({ run, key }) => loadHistograms(run, key));
}
