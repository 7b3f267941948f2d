import { engine } from "@tensorflow/tfjs";
import { findCopies } from "./find-copies.ts";
import { callersIn, otherCopyError } from "./other-copy-error.ts";

/** The methods of a model that average what a metric's function answers; no minifier changes their names. */
const loop =
  /\b(?:fitLoop|testLoop|fitDataset|evaluateDataset|trainOnBatch)\b|[\\/]@tensorflow[\\/]tfjs-layers[\\/]/;
/** The hooks of callbacks, which the loop calls, too, and where a metric may be of use alone. */
const hook =
  /\b(?:on)?(?:train|epoch|batch)(?:Begin|End)\b|\bonYield\b|\b(?:CallbackList|CustomCallback)\b/i;
/** A loop of TensorFlow.js calls a metric from deep within. */
const FRAMES = 60;

/**
 * Throws where a training loop of TensorFlow.js calls a metric as a function, batch by batch: the average of that is not its
 * value over the pass. What the loop calls within a gradient is certain; an evaluation shows in the names on the stack.
 */
export function checkCaller(metric: string): void {
  const Host = Error as ErrorConstructor & { stackTraceLimit: number };
  const limit = Host.stackTraceLimit;
  Host.stackTraceLimit = FRAMES;
  const { stack = "" } = new Error();
  Host.stackTraceLimit = limit;
  const isInStep = engine().state.gradientDepth > 0;
  if (!isInStep && (!loop.test(stack) || hook.test(stack))) return;
  const callers = callersIn(stack);
  const [mine] = findCopies();
  if (callers.some((place) => place === mine?.from)) {
    throw new TypeError(
      `compile: ${metric} is called as a function for each batch, and the average of these values is not its value. Give compile() the ` +
        "metric itself",
    );
  }
  const own = isInStep
    ? ". In a loop of your own, call updateState() and result() instead of the metric"
    : "";
  throw otherCopyError(
    `${metric} is called as a function for each batch, by the loop of another copy of TensorFlow.js${own}`,
    callers[0],
  );
}
