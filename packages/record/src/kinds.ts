import * as v from "valibot";
import { limits } from "./limits.ts";

/** A finite number. What JSON has no word for is a {@link jsonNumber}. */
export const number = /*#__PURE__*/ v.pipe(/*#__PURE__*/ v.number(), /*#__PURE__*/ v.finite());

/** A time in epoch milliseconds, or another whole number of either sign. */
export const integer = (message?: string) =>
  v.custom<number>((value) => Number.isSafeInteger(value), message);

/** A count. One below the largest safe integer is left out, so that `count + 1` is always exact. */
export const count = (message?: string) =>
  v.custom<number>(
    (value) =>
      Number.isSafeInteger(value) && (value as number) >= 0 && value !== Number.MAX_SAFE_INTEGER,
    message,
  );

export const text = (longest: number, message?: string) =>
  v.custom<string>((value) => typeof value === "string" && value.length <= longest, message);

export const name = (message?: string) =>
  v.custom<string>(
    (value) => typeof value === "string" && value !== "" && value.length <= limits.key,
    message,
  );

/** An object, and no list. */
export const object = (message?: string) => v.custom<Record<string, unknown>>(isObject, message);

/** An object whose fields may all be absent: a list would have none of them, too. */
export const fields = <const Entries extends v.ObjectEntries>(entries: Entries, message?: string) =>
  v.pipe(object(message), v.object(entries));

/**
 * An object whose values are all of one kind, under any keys. (What valibot has for it passes over keys like `constructor`.)
 *
 * @param none what is said where it is no object
 * @param bad what is said of a key whose value is of another kind
 */
export const recordOf = <Value extends v.GenericSchema>(
  value: Value,
  none?: string,
  bad: (key: string) => string = (key) => `its ${key} is of a wrong kind`,
) =>
  v.pipe(
    v.custom<Record<string, v.InferOutput<Value>>>(isObject, none),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const keys = Object.keys(dataset.value);
      if (keys.length > limits.keys) {
        addIssue({ message: `it has ${keys.length} keys, more than ${limits.keys}` });
      }
      for (const key of keys) {
        if (key.length > limits.key) {
          addIssue({ message: `a key of it has ${key.length} characters` });
          return;
        }
        if (!v.is(value, dataset.value[key])) {
          addIssue({ message: bad(key) });
          return;
        }
      }
    }),
  );

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
