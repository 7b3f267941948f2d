import { randomBytes } from "node:crypto";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new run's id: 16 characters that are easy to read and to type, 80 bits by chance. */
export function newRunId(): string {
  const bits = randomBytes(16);
  return Array.from(bits, (byte) => alphabet[byte & 31]).join("");
}
