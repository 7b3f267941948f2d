import { checkOptions } from "../callbacks/check-options.ts";
import type { OptionRule } from "../callbacks/option-rules.ts";

/** Refuses options that a schedule does not have, misses, or that break their rules. */
export function checkSchedule(
  name: string,
  args: unknown,
  rules: Readonly<Record<string, OptionRule>>,
  needed: readonly string[],
): void {
  checkOptions(name, args, rules);
  for (const option of needed) {
    if (Reflect.get(args as object, option) === undefined) {
      throw new TypeError(
        `${name}: ${option} must be given, ${rules[option]?.words}. Received: nothing`,
      );
    }
  }
}
