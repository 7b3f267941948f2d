import { closestName } from "../text/closest-name.ts";

/** Refuses what is not an options object, and options a class does not have: a misspelt one would do nothing. */
export function checkOptions(className: string, args: unknown, names: readonly string[]): void {
  if (typeof args !== "object" || args === null || Array.isArray(args)) {
    throw new TypeError(`${className}: args must be an options object. Received: ${String(args)}`);
  }
  for (const name of Object.keys(args)) {
    if (!names.includes(name)) {
      const similar = closestName(name, names);
      throw new TypeError(
        `${className}: options must be among ${names.join(", ")}. Received: ${name}` +
          (similar === undefined ? "" : `. Did you mean ${similar}?`),
      );
    }
  }
}
