import { closestName } from "../text/closest-name.ts";
import { checkOption, type OptionRule } from "./option-rules.ts";

/**
 * Refuses what is not an options object, options a class does not have (a misspelt one would do nothing), and values that
 * break their rules.
 */
export function checkOptions(
  className: string,
  args: unknown,
  options: readonly string[] | Readonly<Record<string, OptionRule>>,
): void {
  if (typeof args !== "object" || args === null || Array.isArray(args)) {
    throw new TypeError(`${className}: args must be an options object. Received: ${String(args)}`);
  }
  const rules = Array.isArray(options) ? {} : (options as Readonly<Record<string, OptionRule>>);
  const names = Array.isArray(options) ? (options as readonly string[]) : Object.keys(options);
  for (const [name, value] of Object.entries(args)) {
    if (!names.includes(name)) {
      const similar = closestName(name, names);
      throw new TypeError(
        `${className}: options must be among ${names.join(", ")}. Received: ${name}` +
          (similar === undefined ? "" : `. Did you mean ${similar}?`),
      );
    }
    const rule = rules[name];
    if (rule !== undefined) checkOption(className, name, value, rule);
  }
}
