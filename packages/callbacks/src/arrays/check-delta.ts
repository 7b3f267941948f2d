import { describeReceived } from "../text/describe-received.ts";

/** Throws a `RangeError` in the name of `owner` where a delta of Huber's is not a finite number above 0. */
export function checkDelta(owner: string, delta: unknown): void {
  if (!(Number.isFinite(delta) && (delta as number) > 0)) {
    throw new RangeError(
      `${owner}: delta must be a finite number above 0. Received: ${describeReceived(delta)}`,
    );
  }
}
