import { describeReceived } from "../text/describe-received.ts";

/** Throws a `RangeError` in the name of `owner` where a confidence level is not in (0, 1). */
export function checkLevel(owner: string, level: unknown): void {
  if (typeof level !== "number" || !(level > 0 && level < 1)) {
    throw new RangeError(
      `${owner}: level must be in (0, 1), such as 0.95. Received: ${describeReceived(level)}`,
    );
  }
}
