/**
 * What an object is, whatever realm it comes from and whatever it says of itself: as `types` of `node:util`, and also in a browser.
 * The tag is asked first, because it costs least and hardly an object has it; then what only the real one answers.
 */
function isOf(tag: string, ask: (value: never) => unknown): (value: object) => boolean {
  return (value) => {
    try {
      if (Object.prototype.toString.call(value) !== `[object ${tag}]`) return false;
      ask(value as never);
      return true;
    } catch {
      return false;
    }
  };
}

const sourceOf = Object.getOwnPropertyDescriptor(RegExp.prototype, "source")?.get;

export const isDate: (value: object) => value is Date = isOf("Date", (value) =>
  Date.prototype.getTime.call(value),
) as (value: object) => value is Date;

export const isMap: (value: object) => value is Map<unknown, unknown> = isOf("Map", (value) =>
  Map.prototype.has.call(value, 0),
) as (value: object) => value is Map<unknown, unknown>;

export const isSet: (value: object) => value is Set<unknown> = isOf("Set", (value) =>
  Set.prototype.has.call(value, 0),
) as (value: object) => value is Set<unknown>;

export const isRegExp: (value: object) => boolean = isOf("RegExp", (value) =>
  sourceOf?.call(value),
);

export const isPromise: (value: object) => boolean = isOf("Promise", () => undefined);

const boxes = [
  isOf("Number", (value) => Number.prototype.valueOf.call(value)),
  isOf("String", (value) => String.prototype.valueOf.call(value)),
  isOf("Boolean", (value) => Boolean.prototype.valueOf.call(value)),
  isOf("Symbol", (value) => Symbol.prototype.valueOf.call(value)),
  isOf("BigInt", (value) => BigInt.prototype.valueOf.call(value)),
];

/** `new Number(5)` and its like. */
export function isBoxedPrimitive(value: object): boolean {
  return boxes.some((isBox) => isBox(value));
}

/** Also one of another realm, such as of a `vm` context or a frame. */
export function isError(value: unknown): value is Error {
  if (typeof value !== "object" || value === null) return false;
  try {
    return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
  } catch {
    return false;
  }
}

/** An address as `URL` of the web and of Node makes it. */
export function isUrl(value: object): boolean {
  const { URL } = globalThis as { readonly URL?: new (...given: never[]) => unknown };
  return URL !== undefined && value instanceof URL;
}
