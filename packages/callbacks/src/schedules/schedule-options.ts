import type { OptionRule } from "../options/option-rule.ts";
import { takeOptions } from "../options/take-options.ts";

/** The options of a schedule. Refuses unknown, missing and invalid ones. */
export function scheduleOptions<Args extends object>(
  name: string,
  args: Args,
  rules: Readonly<Record<keyof Args & string, OptionRule>>,
  needed: readonly (keyof Args & string)[],
): Args {
  const options = takeOptions(name, args, rules);
  for (const option of needed) {
    if (options[option] === undefined) {
      throw new TypeError(
        `${name}: ${option} must be given, ${rules[option]?.words}. Received: nothing`,
      );
    }
  }
  return options;
}
