import { isOptionsObject, refuseUnknown } from "@epochal/record";
import { describeReceived } from "../text/describe-received.ts";
import type { OptionRule } from "./option-rule.ts";

type Name<Args> = keyof Args & string;

/**
 * The given options, without those that are `null`, Keras' `None`, or undefined, which count as absent.
 *
 * Throws a `TypeError` for what is no options object and for an unknown option, which would do nothing, and the error of its
 * rule for a wrong value. For a class that somebody extends it passes on options that are not its own.
 *
 * @param owner what takes the options, for the message
 * @param given what was passed in their place; none at all is the same as no option
 * @param options the names of all options, with their rules or without
 * @param isExtended whether the class is one that extends the owner
 */
export function takeOptions<Args extends object>(
  owner: string,
  given: Args | undefined,
  options: readonly Name<Args>[] | Readonly<Record<Name<Args>, OptionRule>>,
  isExtended: boolean = false,
): Args {
  const names: readonly string[] = Array.isArray(options) ? options : Object.keys(options);
  const rules = (Array.isArray(options) ? {} : options) as Readonly<Record<string, OptionRule>>;
  if (given === undefined) return {} as Args;
  if (!isOptionsObject(given, names)) {
    throw new TypeError(
      `${owner}: args must be an options object, { ${names.join(", ")} }. Received: ${describeReceived(given)}`,
    );
  }
  const taken: Record<string, unknown> = isExtended ? { ...given } : {};
  if (!isExtended) refuseUnknown(owner, Object.keys(given), names);
  for (const name of names) {
    const value: unknown = Reflect.get(given, name);
    if (value === undefined || value === null) {
      delete taken[name];
      continue;
    }
    const rule = rules[name];
    rule?.check?.(owner, value);
    if (rule !== undefined && !rule.holds(value)) {
      throw new rule.Kind(
        `${owner}: ${name} must be ${rule.words}. Received: ${describeReceived(value)}`,
      );
    }
    taken[name] = value;
  }
  return taken as Args;
}
