import { trainedModelOf } from "./layers-model-internals.ts";
import { ModelStreams } from "./model-streams.ts";

/** Whether the metric with this key is not defined for the batches so far, such as an area while all labels are of one class. */
export function isUndefinedYet(model: object | null, key: string): boolean {
  if (model === null) return false;
  return ModelStreams.of(trainedModelOf(model))?.training?.isUndefined(key) ?? false;
}
