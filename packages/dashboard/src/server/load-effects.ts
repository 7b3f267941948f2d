import "server-only";
import type { InferOutput } from "valibot";
import type { EffectsAnswer } from "../wire/answers.ts";
import type { effectsQuestion } from "../wire/questions.ts";
import { filterOf } from "./filter-of.ts";
import { store } from "./store.ts";

/** What params have to do with a metric. @throws TypeError or RangeError where the question makes no sense */
export async function loadEffects(
  question: InferOutput<typeof effectsQuestion>,
): Promise<EffectsAnswer> {
  const open = await store();
  const filter = await filterOf(open, question);
  return open.parameterEffects({ ...filter, metric: question.metric });
}
