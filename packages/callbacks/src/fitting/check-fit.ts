import type { data, Tensor, TensorContainer } from "@tensorflow/tfjs";
import { internalsOf, trainedModelOf } from "../layers-model/layers-model-internals.ts";
import type { OptionRule } from "../options/option-rule.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { describeReceived } from "../text/describe-received.ts";
import type { FitArgs, FitData } from "./fit-args.ts";
import type { FitDatasetArgs } from "./fit-dataset.ts";
import { isTensor } from "./tensor-batches.ts";

const anything: OptionRule = { words: "anything", Kind: TypeError, holds: () => true };
const { atLeastOne, count } = optionRules;

function validationDataOf(...lengths: readonly number[]): OptionRule {
  return {
    words: "[x, y] or a dataset, or [x, y, sampleWeight]",
    Kind: TypeError,
    holds: (value) => isDataset(value) || (Array.isArray(value) && lengths.includes(value.length)),
  };
}

/** The rules for options that both fits have. */
const shared: Readonly<
  Record<Exclude<keyof FitArgs & keyof FitDatasetArgs, "epochs">, OptionRule>
> = {
  initialEpoch: count,
  verbose: {
    words: '0, 1, 2, true, false or "auto"',
    Kind: RangeError,
    holds: (value) => [0, 1, 2, true, false, "auto"].includes(value as 0),
  },
  validationData: validationDataOf(2, 3),
  classWeight: {
    words: "an object of weights by class, or one for each output",
    Kind: TypeError,
    holds: (value) => typeof value === "object",
  },
  weightedMetrics: anything,
  callbacks: anything,
  yieldEvery: anything,
};

const fitRules: Readonly<Record<keyof FitArgs, OptionRule>> = {
  ...shared,
  // An empty list is none, as in TensorFlow.js.
  validationData: validationDataOf(0, 2, 3),
  batchSize: atLeastOne,
  epochs: count,
  seed: { words: "a whole number", Kind: RangeError, holds: Number.isSafeInteger },
  shuffle: optionRules.flag,
  validationSplit: {
    words: "in [0, 1)",
    Kind: RangeError,
    holds: (value) => typeof value === "number" && value >= 0 && value < 1,
  },
  sampleWeight: anything,
};

const fitDatasetRules: Readonly<Record<keyof FitDatasetArgs, OptionRule>> = {
  ...shared,
  epochs: atLeastOne,
  batchesPerEpoch: atLeastOne,
  validationBatchSize: atLeastOne,
  validationBatches: atLeastOne,
};

/** The options of `fit()`. Refuses options that it cannot follow. */
export function fitOptions(args: FitArgs): FitArgs {
  return takeOptions("fit", args, fitRules);
}

/** The options of `fitDataset()`. Refuses options that it cannot follow. */
export function fitDatasetOptions(args: FitDatasetArgs): FitDatasetArgs {
  const options = takeOptions("fitDataset", args, fitDatasetRules);
  if (options.epochs !== undefined) return options;
  throw new RangeError("fitDataset: epochs must be a whole number above 0. Received: undefined");
}

/** Refuses a model that cannot be trained now. */
export function checkFitted(owner: string, model: object): void {
  const inner = internalsOf(trainedModelOf(model));
  if (typeof inner.standardizeUserData !== "function") {
    throw new TypeError(
      `${owner}: model must be a tf.LayersModel. Received: ${describeReceived(model)}`,
    );
  }
  if (inner.optimizer == null) {
    throw new Error(`${owner}: model must be compiled. Call model.compile() first`);
  }
  if (inner.isTraining) {
    throw new Error(
      "Cannot start training because another fit() call is ongoing. Wait for its end",
    );
  }
}

/** Refuses data that are no tensors. */
export function checkTensors(data: Readonly<Record<"x" | "y", FitData>>): void {
  for (const [name, given] of Object.entries(data)) {
    const tensors = isTensor(given) ? [given] : Object.values(Object(given) as Tensor[]);
    if (tensors.length === 0 || !tensors.every(isTensor)) {
      throw new TypeError(`fit: ${name} must be tensors. Received: ${describeReceived(given)}`);
    }
  }
}

export function isDataset(given: unknown): given is data.Dataset<TensorContainer> {
  return typeof (given as { iterator?: unknown } | null | undefined)?.iterator === "function";
}
