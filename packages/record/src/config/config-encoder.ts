import {
  isBoxedPrimitive,
  isDate,
  isError,
  isMap,
  isPromise,
  isRegExp,
  isSet,
  isUrl,
} from "./object-kinds.ts";

const deepest = 64;
const longestTypedArray = 1000;
const mostObjects = 100_000;
/** The most values that are written of objects which already stand elsewhere. */
const mostRepeated = 10_000;

/** The encoded config is longer than it may be. */
export class TooLong extends Error {
  constructor(longest: number) {
    super(`must be at most ${longest} characters as JSON, and ${mostObjects} objects and lists`);
  }
}

/** Where a value is: under a key of its parent. */
interface Place {
  readonly key: string;
  readonly inside: Place | undefined;
}

/** Turns anything into plain JSON values. How long it takes is bounded by the size of the result. */
export class ConfigEncoder {
  readonly #longest: number;
  #left: number;
  #objects = 0;
  readonly #parents = new Set<object>();
  /** Where each object is. */
  readonly #places = new Map<object, Place | undefined>();
  #place: Place | undefined;
  #repeating = 0;
  #repeated = 0;

  /** @param longest how many characters of JSON may come out */
  constructor(longest: number) {
    this.#longest = longest;
    // Each value is followed by a comma, but not the whole.
    this.#left = longest + 1;
  }

  /**
   * The settings of a whole config, also where it is an object of a class. Undefined where it has none.
   *
   * @throws TooLong
   */
  encodeWhole(config: unknown): unknown {
    if (typeof config !== "object" || config === null) return undefined;
    const encoded = this.encode(config);
    if (typeof encoded === "object") return encoded;
    try {
      if (isNoConfig(config)) return undefined;
      const own = this.#encodeObject(config);
      return Object.keys(own).length > 0 ? own : undefined;
    } catch (error) {
      if (error instanceof TooLong) throw error;
      return undefined;
    }
  }

  /** @throws TooLong */
  encode(value: unknown): unknown {
    try {
      const encoded = this.#encode(value);
      if (typeof encoded === "string") this.#spend(encoded.length + 3);
      else if (typeof encoded !== "object") this.#spend(String(encoded ?? "").length + 1);
      return encoded;
    } catch (error) {
      if (error instanceof TooLong) throw error;
      return "[unreadable]";
    }
  }

  #encode(value: unknown): unknown {
    if (this.#repeating > 0) this.#repeated++;
    switch (typeof value) {
      case "number":
        // JSON has no negative zero.
        return Number.isFinite(value) ? value + 0 : String(value);
      case "bigint":
      case "symbol":
        return String(value);
      case "function":
        return `[function ${value.name || "anonymous"}]`;
      case "object":
        return value === null ? null : this.#encodeOnce(value);
      default:
        return value;
    }
  }

  #encodeOnce(value: object): unknown {
    if (this.#parents.has(value)) return "[Circular]";
    if (this.#parents.size > deepest) return "[…]";
    const isRepeated = this.#places.has(value);
    if (isRepeated && this.#repeated >= mostRepeated) {
      return `[the same as ${pathOf(this.#places.get(value))}]`;
    }
    if (isRepeated) this.#repeating++;
    else this.#places.set(value, this.#place);
    this.#parents.add(value);
    try {
      this.#spend(2);
      if (++this.#objects > mostObjects) throw new TooLong(this.#longest);
      return this.#encodeInside(value);
    } finally {
      this.#parents.delete(value);
      if (isRepeated) this.#repeating--;
    }
  }

  #encodeInside(value: object): unknown {
    if (Array.isArray(value)) return this.#encodeList(value);
    if (isDate(value)) {
      return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
    }
    if (isMap(value)) return this.#encodeMap([...value]);
    if (isSet(value)) return this.#encodeList([...value]);
    if (ArrayBuffer.isView(value)) return this.#encodeView(value);
    if (isBoxedPrimitive(value)) return this.#encode(value.valueOf());
    if (isError(value)) return `${value.name}: ${value.message}`;
    if (isRegExp(value) || isUrl(value)) return String(value);
    const name = nameOfClass(value);
    if (listsOfEntries.has(name)) return this.#encodeMap([...(value as Entries)]);
    const { getConfig, toJSON } = value as Record<string, unknown>;
    if (typeof getConfig === "function") {
      return { class: name, config: this.#encodeAt("config", () => getConfig.call(value)) };
    }
    if (typeof toJSON === "function") return this.encode(toJSON.call(value));
    if (name === "Object") return this.#encodeObject(value);
    // Its values are data, and are on a device.
    if (isTensor(value)) return `[${name} ${value.dtype} of ${value.shape.join(", ")}]`;
    return `[${name}]`;
  }

  #encodeView(value: ArrayBufferView): unknown {
    const { length } = value as { length?: number };
    if (length === undefined || length > longestTypedArray) {
      return `[${value.constructor.name} of ${length ?? value.byteLength}]`;
    }
    return this.#encodeList(value as unknown as ArrayLike<unknown>);
  }

  #encodeList(list: ArrayLike<unknown>): unknown[] {
    // Holes take room, too: a list may have a length and no elements.
    if (list.length > this.#left) throw new TooLong(this.#longest);
    const encoded: unknown[] = [];
    for (let i = 0; i < list.length; i++) {
      encoded.push(this.#encodeAt(String(i), () => list[i]) ?? null);
    }
    return encoded;
  }

  /** An object where each key has a text of its own, else a list of pairs. */
  #encodeMap(entries: readonly (readonly [unknown, unknown])[]): unknown {
    const keys = entries.map(([key]) => (isPrimitive(key) ? String(key) : undefined));
    const isObject = new Set(keys).size === keys.length && !keys.includes(undefined);
    if (!isObject) return this.#encodeList(entries);
    return this.#encodeEntries(entries.map(([, value], i) => [keys[i] ?? "", () => value]));
  }

  #encodeObject(value: object): Record<string, unknown> {
    return this.#encodeEntries(
      Object.keys(value).map((key) => [key, () => (value as Record<string, unknown>)[key]]),
    );
  }

  #encodeEntries(entries: readonly (readonly [string, () => unknown])[]): Record<string, unknown> {
    const encoded: [string, unknown][] = [];
    for (const [key, read] of entries) {
      const value = this.#encodeAt(key, read);
      if (value === undefined) continue;
      this.#spend(key.length + 3);
      encoded.push([key, value]);
    }
    // Not by assignment: `__proto__` is a key like others.
    return Object.fromEntries(encoded);
  }

  #encodeAt(key: string, read: () => unknown): unknown {
    let value: unknown;
    try {
      value = read();
    } catch {
      return this.encode("[unreadable]");
    }
    if (isPrimitive(value)) return this.encode(value);
    const inside = this.#place;
    this.#place = { key, inside };
    try {
      return this.encode(value);
    } finally {
      this.#place = inside;
    }
  }

  #spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) throw new TooLong(this.#longest);
  }
}

/** The name of an object's class, `Object` for a plain object. */
export function nameOfClass(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object, also one of another realm, as tests and `vm` make them.
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return "Object";
  const { name } = (value.constructor ?? {}) as { name?: unknown };
  return typeof name === "string" && name !== "" ? name : "object";
}

function isPrimitive(value: unknown): boolean {
  return (typeof value !== "object" && typeof value !== "function") || value === null;
}

type Entries = Iterable<readonly [unknown, unknown]>;

/** Classes whose objects have entries, and no properties of their own. */
const listsOfEntries = new Set(["Headers", "FormData", "URLSearchParams"]);

function isTensor(value: object): value is { dtype: string; shape: number[] } {
  const { dataId, dtype, shape } = value as Record<string, unknown>;
  return dataId !== undefined && typeof dtype === "string" && Array.isArray(shape);
}

/** Whether the properties of an object are no settings, whatever they are. */
function isNoConfig(value: object): boolean {
  return (
    ArrayBuffer.isView(value) ||
    isDate(value) ||
    isRegExp(value) ||
    isBoxedPrimitive(value) ||
    isPromise(value) ||
    isError(value) ||
    isTensor(value) ||
    isUrl(value)
  );
}

function pathOf(place: Place | undefined): string {
  const keys: string[] = [];
  for (let at = place; at !== undefined; at = at.inside) keys.unshift(at.key.slice(0, 100));
  return keys.length === 0 ? "the whole" : keys.join(".");
}
