import { Tensor } from "@tensorflow/tfjs";
import { describeReceived } from "../text/describe-received.ts";

/** The values for the inputs or outputs, in their order, from a single one, a list, or an object by name. */
export function listOf<T>(
  argument: string,
  given: T | readonly T[] | Readonly<Record<string, T>>,
  names: readonly string[],
): readonly T[] {
  if (names.length === 1 && !isByName(given, names)) {
    const [alone] = Array.isArray(given) ? (given as readonly T[]) : [];
    return [alone instanceof Tensor ? alone : (given as T)];
  }
  if (Array.isArray(given) && given.length === names.length) return given;
  if (isByName(given, names)) {
    return names.map((name) => {
      const value = given[name];
      if (value === undefined) {
        throw new TypeError(`evaluate: ${argument} must have ${name}. Received: ${keysOf(given)}`);
      }
      return value;
    });
  }
  const received = Array.isArray(given) ? `a list of ${given.length}` : describeReceived(given);
  throw new TypeError(
    `evaluate: ${argument} must be a list of ${names.length}, or an object with ${names.join(", ")}. Received: ${received}`,
  );
}

function isByName<T>(
  given: T | readonly T[] | Readonly<Record<string, T>>,
  names: readonly string[],
): given is Readonly<Record<string, T>> {
  return (
    typeof given === "object" &&
    given !== null &&
    !(given instanceof Tensor) &&
    names.some((name) => Object.hasOwn(given, name))
  );
}

function keysOf(given: object): string {
  return Object.keys(given).join(", ");
}
