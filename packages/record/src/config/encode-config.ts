import { limits } from "../limits.ts";
import { redactConfig } from "../redaction/redact-config.ts";
import { ConfigEncoder, nameOfClass, TooLong } from "./config-encoder.ts";

/**
 * A config as plain JSON values, whatever people put into it.
 *
 * Numbers that are not finite, bigints and symbols become text, dates ISO text, maps and headers objects, sets and typed arrays
 * lists, functions and objects of unknown classes their names. What refers to itself becomes `[Circular]`, what is nested deeper
 * than 64 levels `[…]`, and what cannot be read `[unreadable]`. An object that is in many places is written out in each, until
 * that comes to 10,000 values: then a place says only where the object is already. Undefined is left out, and so are texts that
 * look like secrets, by their name or their shape.
 *
 * @param config an object of settings: a plain one, a `Map`, one with `toJSON()` or `getConfig()`, or one of a class with
 *   properties of its own
 * @throws TypeError where it is none of these
 * @throws RangeError where it is longer than 4,000,000 characters as JSON, or more than 100,000 objects and lists
 */
export function encodeConfig(config: unknown): Readonly<Record<string, unknown>> {
  try {
    const encoded = redactConfig(new ConfigEncoder(limits.json).encodeWhole(config));
    if (typeof encoded !== "object" || encoded === null || Array.isArray(encoded)) {
      throw new TypeError(
        `startRun: config must be an object of settings. Received: ${describe(config)}`,
      );
    }
    if (JSON.stringify(encoded).length > limits.json) throw new TooLong(limits.json);
    return encoded as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    throw new RangeError(`startRun: config ${error.message}. Received: more than that`);
  }
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  try {
    return Array.isArray(value) ? "an array" : `an object of the class ${nameOfClass(value)}`;
  } catch {
    return "an object that cannot be read";
  }
}
