/** In place of what looks like a secret. */
export const redacted = "[left out: it looks like a secret]";

/** Whether a text begins with what stands in place of a secret: it needs not be looked at again, also where only its first word was read. */
export function isRedacted(text: string): boolean {
  return text.startsWith("[left out: ") || text === "[left";
}
