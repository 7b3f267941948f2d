import { redactConfig } from "../card/redact.ts";
import { limits } from "../limits.ts";

const deepest = 64;
const longestTypedArray = 1000;

/**
 * A config as plain JSON values, whatever people put into it.
 *
 * Numbers that are not finite, bigints and symbols become text, dates ISO text, maps objects, sets and typed arrays lists,
 * functions and objects of unknown classes their names, and what refers to itself `[Circular]`. Undefined is left out, and so
 * are texts that look like secrets, by their name or their shape.
 *
 * @throws TypeError where it is no object
 * @throws RangeError where it is longer than 4,000,000 characters as JSON
 */
export function encodeConfig(config: unknown): Readonly<Record<string, unknown>> {
  if (typeof config !== "object" || config === null || Array.isArray(config)) {
    throw new TypeError(
      `startRun: config must be an object. Received: ${config === null ? "null" : Array.isArray(config) ? "an array" : typeof config}`,
    );
  }
  const encoded = redactConfig(encodeObject(config, [config])) as Record<string, unknown>;
  const { length } = JSON.stringify(encoded);
  if (length > limits.json) {
    throw new RangeError(
      `startRun: config must be at most ${limits.json} characters as JSON. Received: ${length}`,
    );
  }
  return encoded;
}

function encode(value: unknown, parents: readonly object[]): unknown {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "bigint":
    case "symbol":
      return String(value);
    case "function":
      return `[function ${value.name || "anonymous"}]`;
    case "object":
      if (value === null) return null;
      if (parents.includes(value)) return "[Circular]";
      if (parents.length > deepest) return "[…]";
      try {
        return encodeInside(value, [...parents, value]);
      } catch {
        return "[unreadable]";
      }
    default:
      return value;
  }
}

function encodeInside(value: object, parents: readonly object[]): unknown {
  if (Array.isArray(value)) return value.map((inner) => encode(inner, parents) ?? null);
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  }
  if (value instanceof Map) {
    return encodeEntries(
      [...value].map(([key, inner]) => [String(key), inner]),
      parents,
    );
  }
  if (value instanceof Set) return [...value].map((inner) => encode(inner, parents) ?? null);
  if (ArrayBuffer.isView(value)) return encodeView(value, parents);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof RegExp || value instanceof URL) return String(value);
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === "function") return encode(toJSON.call(value), parents);
  const { getConfig } = value as { getConfig?: unknown };
  const name = className(value);
  if (typeof getConfig === "function") {
    const inner = encode(getConfig.call(value), parents);
    return { class: name ?? "object", config: inner };
  }
  return name === undefined ? encodeObject(value, parents) : `[${name}]`;
}

function encodeView(value: ArrayBufferView, parents: readonly object[]): unknown {
  const { length } = value as { length?: number };
  if (length === undefined || length > longestTypedArray) {
    return `[${value.constructor.name} of ${length ?? value.byteLength}]`;
  }
  return Array.from(value as unknown as ArrayLike<unknown>, (inner) => encode(inner, parents));
}

function encodeObject(value: object, parents: readonly object[]): Record<string, unknown> {
  const keys = Object.keys(value);
  const read = (key: string): unknown => {
    try {
      return (value as Record<string, unknown>)[key];
    } catch {
      return "[unreadable]";
    }
  };
  return encodeEntries(
    keys.map((key) => [key, read(key)]),
    parents,
  );
}

function encodeEntries(
  entries: readonly (readonly [string, unknown])[],
  parents: readonly object[],
): Record<string, unknown> {
  return Object.fromEntries(
    entries
      .map(([key, value]) => [key, encode(value, parents)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** The name of an object's class; undefined for a plain object. */
function className(value: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return undefined;
  // A plain object of another realm, as tests and `vm` make them.
  if (Object.getPrototypeOf(prototype) === null) return undefined;
  return value.constructor?.name || "object";
}
