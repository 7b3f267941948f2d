const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

interface Host {
  readonly crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
}

/** A new id: characters that are easy to read and to type, each of 5 bits by chance. A run's has 16 of them, 80 bits. */
export function newRunId(characters: number = 16): string {
  const { crypto } = globalThis as object as Host;
  const bits = crypto.getRandomValues(new Uint8Array(characters));
  return Array.from(bits, (byte) => alphabet[byte & 31]).join("");
}
