import { closestName } from "./closest-name.ts";

/** Throws a `TypeError` for the first name that is not among those known, with the one most like it. */
export function refuseUnknown(
  owner: string,
  given: readonly string[],
  known: readonly string[],
): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const similar = closestName(unknown, known);
  throw new TypeError(
    `${owner}: options must be among ${known.join(", ")}. Received: ${unknown.slice(0, 100)}` +
      (similar === undefined ? "" : `. Did you mean ${similar}?`),
  );
}
