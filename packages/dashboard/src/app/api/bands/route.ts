import { answerQuestion } from "../../../server/answer-question.ts";
import { loadBands } from "../../../server/load-bands.ts";
import { encodeBands } from "../../../wire/bands-format.ts";
import { bandsQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** Bytes as `encodeBands` writes them. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, bandsQuestion, async (question) =>
    encodeBands(await loadBands(question)),
  );
}

export const POST = GET;
