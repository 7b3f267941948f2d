/**
 * Whether this is an object of options, of these names.
 *
 * An object of a class is one only where it has some of the options: a run in place of `{ run }` has none.
 */
export function isOptionsObject(given: unknown, names: readonly string[]): given is object {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return false;
  return isPlain(given) || names.some((name) => Object.hasOwn(given, name));
}

function isPlain(given: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(given);
  // A plain object of another window or worker has a prototype of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
