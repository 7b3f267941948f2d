import { describeReceived } from "../../text/describe-received.ts";

/** Throws a `RangeError` in the name of `owner` where k is not a whole number above 0. */
export function checkK(owner: string, k: unknown): void {
  if (!(Number.isSafeInteger(k) && (k as number) > 0)) {
    throw new RangeError(
      `${owner}: k must be a whole number above 0. Received: ${describeReceived(k)}`,
    );
  }
}
