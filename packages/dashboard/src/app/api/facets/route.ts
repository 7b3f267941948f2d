import { answerQuestion } from "../../../server/answer-question.ts";
import { loadFacets } from "../../../server/load-facets.ts";
import { facetsQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** What the runs that match have: `FacetsAnswer`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, facetsQuestion, loadFacets);
}

export const POST = GET;
