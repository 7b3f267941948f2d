import { util } from "@tensorflow/tfjs";

interface Host {
  readonly crypto?: {
    readonly subtle?: { digest(name: string, data: unknown): Promise<ArrayBuffer> };
  };
}

/** SHA-256 of these bytes as 16 hexadecimal digits; undefined where there is none, as in pages that are not served securely. */
export async function sha256(
  ...parts: readonly (string | ArrayBufferView)[]
): Promise<string | undefined> {
  const { subtle } = (globalThis as Host).crypto ?? {};
  if (subtle === undefined) return undefined;
  const digests = await Promise.all(
    parts.map(async (part) => {
      const bytes = typeof part === "string" ? util.encodeString(part) : part;
      return hex(await subtle.digest("SHA-256", bytes));
    }),
  );
  const [only] = digests;
  if (digests.length === 1 && only !== undefined) return only.slice(0, 16);
  return hex(await subtle.digest("SHA-256", util.encodeString(digests.join()))).slice(0, 16);
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
