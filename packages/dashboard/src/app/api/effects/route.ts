import { answerQuestion } from "../../../server/answer-question.ts";
import { loadEffects } from "../../../server/load-effects.ts";
import { effectsQuestion } from "../../../wire/questions.ts";

export const dynamic = "force-dynamic";

/** What params have to do with a metric: `EffectsAnswer`. */
export function GET(request: Request): Promise<Response> {
  return answerQuestion(request, effectsQuestion, loadEffects);
}

export const POST = GET;
