import { answerQuestion } from "../../../server/answer-question.ts";
import { loadSeries } from "../../../server/load-series.ts";
import { seriesQuestion } from "../../../wire/questions.ts";
import { encodeSeries } from "../../../wire/series-format.ts";

export const dynamic = "force-dynamic";

/** Bytes as `encodeSeries` writes them. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, seriesQuestion, async (question) =>
    encodeSeries(await loadSeries(question)),
  );
}

export const POST = GET;
