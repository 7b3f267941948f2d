import { limits } from "../limits.ts";

/**
 * The values of one step as the JSON of a values record, or undefined where none can be recorded.
 *
 * Looks for what is not finite first: a replacer on every line would cost a third more.
 *
 * @param onSkipped is told which key was left out and why
 */
export function encodeValues(
  values: Readonly<Record<string, number>>,
  onSkipped: (key: string, reason: string) => void,
): string | undefined {
  let isPlain = true;
  let count = 0;
  for (const key in values) {
    count++;
    if (!Number.isFinite(values[key]) || key.length > limits.key) {
      isPlain = false;
      break;
    }
  }
  if (isPlain && count <= limits.keys) return count === 0 ? undefined : JSON.stringify(values);
  return encodeCarefully(values, onSkipped);
}

function encodeCarefully(
  values: Readonly<Record<string, unknown>>,
  onSkipped: (key: string, reason: string) => void,
): string | undefined {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (key.length > limits.key) {
      onSkipped(key, `a key of ${key.length} characters is longer than ${limits.key}`);
    } else if (typeof value !== "number") {
      onSkipped(key, `a value must be a number, not ${typeName(value)}`);
    } else if (parts.length >= limits.keys) {
      onSkipped(key, `a step has at most ${limits.keys} values`);
    } else {
      const text = Number.isFinite(value) ? String(value) : `"${value}"`;
      parts.push(`${JSON.stringify(key)}:${text}`);
    }
  }
  return parts.length === 0 ? undefined : `{${parts.join(",")}}`;
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  return value.constructor?.name || "object";
}
