import { answerQuestion } from "../../../server/answer-question.ts";
import { loadLike } from "../../../server/load-like.ts";
import { likeQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** The query that finds runs like this one: `LikeAnswer`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, likeQuestion, loadLike);
}
