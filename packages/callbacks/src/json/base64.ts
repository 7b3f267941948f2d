interface Host {
  btoa(bytes: string): string;
  atob(text: string): string;
}

// In Node as in browsers, but not among the types of the language.
const host = globalThis as unknown as Host;
const PART = 0x8000;

/** Numbers as text, in the byte order of the machine: little-endian wherever JavaScript runs today. */
export function toBase64(numbers: Float32Array | Float64Array): string {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let text = "";
  for (let i = 0; i < bytes.length; i += PART) {
    text += String.fromCharCode(...bytes.subarray(i, i + PART));
  }
  return host.btoa(text);
}

/** The bytes behind such a text; undefined for anything else. */
export function fromBase64(text: unknown): ArrayBuffer | undefined {
  if (typeof text !== "string") return undefined;
  try {
    return Uint8Array.from(host.atob(text), (letter) => letter.charCodeAt(0)).buffer;
  } catch {
    return undefined;
  }
}
