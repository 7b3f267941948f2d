import { describeReceived } from "../text/describe-received.ts";

/** Throws in the name of `owner` where class names are not a list of different, non-empty strings. */
export function checkClassNames(owner: string, given: unknown): void {
  if (given === undefined) return;
  const isList =
    Array.isArray(given) &&
    given.length > 0 &&
    given.every((name) => typeof name === "string" && name !== "");
  if (!isList || new Set(given).size !== given.length) {
    throw new TypeError(
      `${owner}: classNames must be a list of different names. Received: ${describeReceived(given)}`,
    );
  }
}
