import { describeReceived } from "../../text/describe-received.ts";

interface CrossentropyArgs {
  readonly fromLogits?: boolean;
  readonly labelSmoothing?: number;
  readonly axis?: number;
}

/** Throws in the name of `owner` where an option that the crossentropies share is wrong. */
export function checkCrossentropyArgs(owner: string, args: CrossentropyArgs): void {
  const { fromLogits = false, labelSmoothing = 0, axis = -1 } = args;
  if (typeof fromLogits !== "boolean") {
    throw new TypeError(
      `${owner}: fromLogits must be true or false. Received: ${describeReceived(fromLogits)}`,
    );
  }
  if (typeof labelSmoothing !== "number" || !(labelSmoothing >= 0 && labelSmoothing <= 1)) {
    throw new RangeError(
      `${owner}: labelSmoothing must be in [0, 1]. Received: ${describeReceived(labelSmoothing)}`,
    );
  }
  if (!Number.isSafeInteger(axis)) {
    throw new RangeError(
      `${owner}: axis must be a whole number. Received: ${describeReceived(axis)}`,
    );
  }
}
