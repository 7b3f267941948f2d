import type { data, Tensor, TensorContainer } from "@tensorflow/tfjs";
import { optionRules } from "../callbacks/option-rules.ts";
import type { OptionRule } from "../options/option-rule.ts";
import { takeOptions } from "../options/take-options.ts";
import { internalsOf, trainedModelOf } from "../streaming/layers-model-internals.ts";
import { describeReceived } from "../text/describe-received.ts";
import type { FitArgs, FitData } from "./fit-args.ts";
import { isTensor } from "./tensor-batches.ts";

const anything: OptionRule = { words: "anything", Kind: TypeError, holds: () => true };
const { atLeastOne, count } = optionRules;

const rules: Readonly<Record<keyof FitArgs, OptionRule>> = {
  batchSize: atLeastOne,
  epochs: count,
  initialEpoch: count,
  seed: { words: "a whole number", Kind: RangeError, holds: Number.isSafeInteger },
  shuffle: optionRules.flag,
  verbose: {
    words: '0, 1, 2, true, false or "auto"',
    Kind: RangeError,
    holds: (value) => [0, 1, 2, true, false, "auto"].includes(value as 0),
  },
  validationSplit: {
    words: "in [0, 1)",
    Kind: RangeError,
    holds: (value) => typeof value === "number" && value >= 0 && value < 1,
  },
  validationData: {
    words: "[x, y] or a dataset",
    Kind: TypeError,
    holds: (value) => isDataset(value) || (Array.isArray(value) && [0, 2].includes(value.length)),
  },
  classWeight: {
    words: "an object of weights by class, or one for each output",
    Kind: TypeError,
    holds: (value) => typeof value === "object",
  },
  callbacks: anything,
  yieldEvery: anything,
};

/** The options of `fit()`. Refuses what cannot be honoured. */
export function fitOptions(args: FitArgs): FitArgs {
  return takeOptions("fit", args, rules);
}

/** Refuses a model that cannot be trained now, and data that are no tensors. */
export function checkFitted(model: object, x: FitData, y: FitData): void {
  const inner = internalsOf(trainedModelOf(model));
  if (typeof inner.standardizeUserData !== "function") {
    throw new TypeError(
      `fit: model must be a tf.LayersModel. Received: ${describeReceived(model)}`,
    );
  }
  if (inner.isTraining) {
    throw new Error(
      "Cannot start training because another fit() call is ongoing. Wait for its end",
    );
  }
  for (const [name, given] of Object.entries({ x, y })) {
    const tensors = isTensor(given) ? [given] : Object.values(Object(given) as Tensor[]);
    if (tensors.length === 0 || !tensors.every(isTensor)) {
      throw new TypeError(`fit: ${name} must be tensors. Received: ${describeReceived(given)}`);
    }
  }
}

export function isDataset(given: unknown): given is data.Dataset<TensorContainer> {
  return typeof (given as { iterator?: unknown } | null | undefined)?.iterator === "function";
}
