const LONGEST = 60;

/** Says in a few words what was passed instead of what was expected, for the end of an error's message. */
export function describeReceived(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(value));
  if (typeof value === "function") return "a function";
  if (value instanceof Promise) return "a Promise (await it first)";
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    return `${value.constructor?.name ?? "an array"} of ${(value as ArrayLike<unknown>).length} values`;
  }
  if (typeof value === "object" && value !== null) {
    return `an object of ${value.constructor?.name || "no class"}`;
  }
  return shorten(String(value));
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
