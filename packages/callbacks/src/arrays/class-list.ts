import { describeReceived } from "../text/describe-received.ts";

/** Class numbers given alone or as a list. Throws a `RangeError` in the name of `owner` for anything else. */
export function classList(
  owner: string,
  option: string,
  given: number | readonly number[] | undefined,
): ReadonlySet<number> {
  const list: readonly unknown[] =
    given === undefined ? [] : Array.isArray(given) ? given : [given];
  const wrong = list.find((id) => !Number.isSafeInteger(id));
  if (wrong !== undefined) {
    throw new RangeError(
      `${owner}: ${option} must be a class number, or a list of them. Received: ${describeReceived(wrong)}`,
    );
  }
  return new Set(list as readonly number[]);
}
