import { cast, reshape, type Tensor, tensor, tidy } from "@tensorflow/tfjs";
import { describeReceived } from "../text/describe-received.ts";
import { type HostArray, type MetricInput, toHostArray } from "./host-array.ts";

/** Sample weights as given: one for all outputs, a list with one for each output, or an object by the names of outputs. */
export type WeightsInput =
  | MetricInput
  | readonly (MetricInput | null | undefined)[]
  | Readonly<Record<string, MetricInput | null | undefined>>;

export interface WeightTensorsArgs {
  /** The caller, for errors: `"fit"`. */
  readonly owner: string;
  /** The given weights; null and undefined are none. */
  readonly given: unknown;
  /** The labels of each output, of rank 2 or higher. */
  readonly labels: readonly Tensor[];
  readonly outputNames: readonly string[];
}

/**
 * New tensors of weights for the samples of each output, of one rank less than its labels: `[n]` stays what it is beside
 * labels `[n, values]`, and becomes `[n, 1]` beside `[n, steps, values]`. Undefined for an output without weights.
 *
 * @throws TypeError where they are no numbers, or name no output
 * @throws RangeError where their shape does not fit the labels
 */
export function weightTensors(args: WeightTensorsArgs): (Tensor | undefined)[] {
  const each = byOutput(args);
  if (each.every((weights) => weights == null)) return [];
  const { owner, labels, outputNames } = args;
  const made: Tensor[] = [];
  try {
    return each.map((weights, i) => {
      if (weights == null) return undefined;
      const of = outputNames.length > 1 ? ` of ${outputNames[i]}` : "";
      const argument = `${owner}: sampleWeight${of}`;
      const fitted = tidy(() => fitting(argument, asTensor(weights, argument), labels[i]?.shape));
      made.push(fitted);
      return fitted;
    });
  } catch (error) {
    for (const tensor of made) tensor.dispose();
    throw error;
  }
}

function byOutput({ owner, given, labels, outputNames }: WeightTensorsArgs): readonly unknown[] {
  if (given == null) return [];
  if (isByName(given)) {
    const unknown = Object.keys(given).find((name) => !outputNames.includes(name));
    if (unknown === undefined) return outputNames.map((name) => given[name]);
    throw new TypeError(
      `${owner}: sampleWeight must name outputs of the model, ${outputNames.join(", ")}. Received: ${unknown}`,
    );
  }
  if (Array.isArray(given) && isListOfWeights(given, labels)) {
    if (given.length === outputNames.length) return given;
    throw new TypeError(
      `${owner}: sampleWeight must be weights for each of ${outputNames.length} outputs. Received: a list of ${given.length}`,
    );
  }
  if (outputNames.length > 1 && !isPerSample(given, owner)) {
    throw new TypeError(
      `${owner}: sampleWeight must be one weight for each sample, or weights for each of the outputs ${outputNames.join(", ")}. ` +
        `Received: ${describeReceived(given)}`,
    );
  }
  return labels.map(() => given);
}

/** Whether the list holds weights of outputs, not of samples. */
function isListOfWeights(given: readonly unknown[], labels: readonly Tensor[]): boolean {
  if (given.some((each) => typeof each === "number" || typeof each === "boolean")) return false;
  if (labels.length > 1 || given.some((each) => each == null || isTensor(each))) return true;
  // Beside one output, arrays in an array are the weights of steps.
  return given.length === 1 && labels[0]?.shape[0] !== 1;
}

function isPerSample(given: unknown, owner: string): boolean {
  const { shape } = isTensor(given)
    ? given
    : toHostArray(given as MetricInput, `${owner}: sampleWeight`);
  return shape.length === 1 || (shape.length === 2 && shape[1] === 1);
}

function asTensor(given: unknown, argument: string): Tensor {
  if (isTensor(given)) {
    if (["float32", "int32", "bool"].includes(given.dtype)) return cast(given, "float32");
    throw new TypeError(`${argument} must be numbers. Received: a ${given.dtype} tensor`);
  }
  const { values, shape }: HostArray = toHostArray(given as MetricInput, argument);
  return tensor(Float32Array.from(values), [...shape], "float32");
}

function fitting(argument: string, weights: Tensor, labels: readonly number[] = []): Tensor {
  const { shape } = weights;
  const wanted = labels.slice(0, Math.max(1, labels.length - 1));
  const given = [...shape];
  while (given.length > 1 && given.at(-1) === 1) given.pop();
  const fits =
    shape.length > 0 &&
    given.length <= wanted.length &&
    given.every((length, axis) => length === wanted[axis]);
  if (!fits) {
    const forms = wanted.map((_, i) => `[${wanted.slice(0, i + 1)}]`);
    throw new RangeError(
      `${argument} must have the shape ${forms.join(" or ")}, for labels of shape [${labels}]. Received: shape [${shape}]`,
    );
  }
  const missing = wanted.length - given.length;
  return reshape(weights, [...given, ...new Array<number>(missing).fill(1)]);
}

function isByName(given: unknown): given is Readonly<Record<string, unknown>> {
  if (typeof given !== "object" || given === null) return false;
  const isArray = Array.isArray(given) || ArrayBuffer.isView(given) || isTensor(given);
  return !isArray && !("values" in given && "shape" in given);
}

function isTensor(given: unknown): given is Tensor {
  return typeof given === "object" && given !== null && "dataSync" in given && "shape" in given;
}
