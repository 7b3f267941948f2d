/** Whether a value from outside is of some kind. */
export type Is = (value: unknown) => boolean;

export const isText: Is = (value) => typeof value === "string";
export const isFlag: Is = (value) => typeof value === "boolean";
export const isNumber: Is = (value) => typeof value === "number" && Number.isFinite(value);
/** What JSON has no word for is written as text. */
export const isAnyNumber: Is = (value) =>
  isNumber(value) || value === "NaN" || value === "Infinity" || value === "-Infinity";

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const isListOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is);

export const isAbsentOr =
  (is: Is): Is =>
  (value) =>
    value === undefined || is(value);

/** The first field that is not as it must be. */
export function badField(
  value: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, Is>>,
): string | undefined {
  return Object.keys(fields).find(
    (name) => !fields[name]?.(Object.hasOwn(value, name) ? value[name] : undefined),
  );
}

export const isShape =
  (fields: Readonly<Record<string, Is>>): Is =>
  (value) =>
    isObject(value) && badField(value, fields) === undefined;
