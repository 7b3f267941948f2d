import { isOptionsObject, refuseUnknown } from "@epochal/record";
import { optionNames, type TakenOptions } from "./option-names.ts";

/**
 * The given options, without those that are `null` or undefined, which count as absent.
 *
 * @param owner what takes the options, for the message
 * @param given what was passed as options; undefined counts as none
 * @throws TypeError for what is no options object, and for an unknown option, which would do nothing
 */
export function takeOptions<Owner extends keyof TakenOptions>(
  owner: Owner,
  given: TakenOptions[Owner] | undefined,
): TakenOptions[Owner] {
  const known = Object.keys(optionNames[owner]);
  if (given === undefined) return {} as TakenOptions[Owner];
  if (!isOptionsObject(given, known)) {
    throw new TypeError(
      `${owner}: options must be an object, { ${known.join(", ")} }. Received: ${describe(given)}`,
    );
  }
  refuseUnknown(owner, Object.keys(given), known);
  return Object.fromEntries(
    known.flatMap((name) => {
      const value: unknown = Reflect.get(given, name);
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  ) as unknown as TakenOptions[Owner];
}

function describe(given: unknown): string {
  if (Array.isArray(given)) return `a list of ${given.length}`;
  if (typeof given === "string") return JSON.stringify(given.slice(0, 100));
  if (typeof given !== "object" || given === null) return String(given).slice(0, 100);
  return `an object of ${given.constructor?.name || "no class"}`;
}
