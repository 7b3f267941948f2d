import { createHash } from "node:crypto";

/** SHA-256 as 16 hexadecimal digits. */
export function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
