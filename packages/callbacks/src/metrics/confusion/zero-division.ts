import { describeReceived } from "../../text/describe-received.ts";

/** What a ratio is whose denominator is 0. */
export type ZeroDivision = 0 | 1 | typeof Number.NaN;

/** Throws a `RangeError` in the name of `owner` where the value is none of 0, 1 and NaN. */
export function checkZeroDivision(owner: string, given: unknown): void {
  if (given !== 0 && given !== 1 && !Number.isNaN(given)) {
    throw new RangeError(
      `${owner}: zeroDivision must be 0, 1 or NaN. Received: ${describeReceived(given)}`,
    );
  }
}
