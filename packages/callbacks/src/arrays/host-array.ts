import type { Tensor } from "@tensorflow/tfjs";
import { describeReceived } from "../text/describe-received.ts";

/** Numbers in the memory of the program, row by row, and their shape: `[]` is a single number. */
export interface HostArray {
  readonly values: ArrayLike<number>;
  readonly shape: readonly number[];
}

type TypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

type NestedNumbers = number | boolean | TypedArray | readonly NestedNumbers[];

/** What a metric takes: a tensor, a typed array, a (nested) array of numbers or booleans, a number, or a `HostArray`. */
export type MetricInput = Tensor | NestedNumbers | HostArray;

const MAX_RANK = 16;

// Keyed by the identity of the data: clones and reshaped views share it, and a variable's assign() changes it.
const alreadyRead = new WeakMap<object, ArrayLike<number>>();

/**
 * Reads a metric's input into the memory of the program.
 *
 * A tensor is read from its device once, however many metrics ask, and is not disposed. Typed arrays are not copied.
 * `argument` names the input in errors: `"AUC: yPred"`. Throws a `TypeError` for anything that is not numbers or is
 * ragged.
 *
 * @example
 * ```ts
 * toHostArray([[1, 2], [3, 4]], "example").shape; // [2, 2]
 * ```
 */
export function toHostArray(input: MetricInput, argument: string): HostArray {
  const given: unknown = input;
  if (isTensor(given)) return readTensor(given, argument);
  if (isTypedArray(given)) return { values: given, shape: [given.length] };
  if (Array.isArray(given)) return readNested(given, argument);
  if (typeof given === "number" || typeof given === "boolean") {
    return { values: [Number(given)], shape: [] };
  }
  if (isHostArray(given)) return checkHostArray(given, argument);
  throw new TypeError(
    `${argument} must be a tensor, a typed array or an array of numbers. Received: ${describeReceived(given)}`,
  );
}

/** Reads a tensor from its device without stopping it; `toHostArray` then finds the values. */
export async function readAhead(tensor: Tensor): Promise<void> {
  if (!isRead(tensor)) noteRead(tensor, await tensor.data());
}

/** Whether a tensor has been read. */
export function isRead(tensor: Tensor): boolean {
  return alreadyRead.has(tensor.dataId);
}

/** Stores values that were read of a tensor; `toHostArray` then finds them. */
export function noteRead(tensor: Tensor, values: Float32Array | Int32Array | Uint8Array): void {
  alreadyRead.set(tensor.dataId, values);
}

// By its methods and not by its class, so that tensors of a second copy of TensorFlow.js count, too.
function isTensor(given: unknown): given is Tensor {
  return (
    typeof given === "object" &&
    given !== null &&
    "dataSync" in given &&
    typeof given.dataSync === "function" &&
    "shape" in given &&
    Array.isArray(given.shape)
  );
}

function isTypedArray(given: unknown): given is TypedArray {
  return (
    ArrayBuffer.isView(given) &&
    !(given instanceof DataView) &&
    !(given instanceof BigInt64Array) &&
    !(given instanceof BigUint64Array)
  );
}

function isHostArray(given: unknown): given is HostArray {
  return typeof given === "object" && given !== null && "values" in given && "shape" in given;
}

function readTensor(tensor: Tensor, argument: string): HostArray {
  if (tensor.dtype === "string" || tensor.dtype === "complex64") {
    throw new TypeError(
      `${argument} must be a tensor of numbers. Received: a ${tensor.dtype} tensor`,
    );
  }
  if (tensor.isDisposed) {
    throw new TypeError(`${argument} must be a tensor in use. Received: a disposed tensor`);
  }
  const identity: unknown = tensor.dataId;
  if (typeof identity !== "object" || identity === null) {
    return { values: tensor.dataSync(), shape: tensor.shape };
  }
  let values = alreadyRead.get(identity);
  if (values === undefined) {
    values = tensor.dataSync();
    alreadyRead.set(identity, values);
  }
  return { values, shape: tensor.shape };
}

function readNested(rows: readonly unknown[], argument: string): HostArray {
  const shape: number[] = [];
  for (let level: unknown = rows; isList(level); level = level[0]) {
    shape.push(level.length);
    if (shape.length > MAX_RANK) {
      throw new TypeError(
        `${argument} must have at most ${MAX_RANK} dimensions. Received: arrays nested deeper`,
      );
    }
  }
  const values = new Float64Array(shape.reduce((size, length) => size * length, 1));
  let at = 0;
  const read = (item: unknown, depth: number): void => {
    if (depth === shape.length) {
      values[at++] = readNumber(item, argument);
      return;
    }
    if (!isList(item) || item.length !== shape[depth]) {
      throw new TypeError(
        `${argument} must have rows of equal length. Received: ${describeReceived(item)} where ${shape[depth]} values were expected`,
      );
    }
    for (let i = 0; i < item.length; i++) read(item[i], depth + 1);
  };
  read(rows, 0);
  return { values, shape };
}

function isList(given: unknown): given is ArrayLike<unknown> {
  return Array.isArray(given) || isTypedArray(given);
}

function readNumber(item: unknown, argument: string): number {
  if (typeof item === "number") return item;
  if (typeof item === "boolean") return Number(item);
  if (isList(item)) {
    throw new TypeError(
      `${argument} must have rows of equal length. Received: ${describeReceived(item)} where a number was expected`,
    );
  }
  throw new TypeError(`${argument} must hold only numbers. Received: ${describeReceived(item)}`);
}

function checkHostArray(given: HostArray, argument: string): HostArray {
  const { values, shape } = given;
  const isShape =
    Array.isArray(shape) && shape.every((length) => Number.isSafeInteger(length) && length >= 0);
  if (!isList(values) || !isShape) {
    throw new TypeError(
      `${argument} must hold values and a shape. Received: values ${describeReceived(values)}, shape ${describeReceived(shape)}`,
    );
  }
  if (values.length !== shape.reduce((size, length) => size * length, 1)) {
    throw new TypeError(
      `${argument} must hold as many values as its shape says. Received: ${values.length} values of shape [${shape}]`,
    );
  }
  return given;
}
