import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { newRunId } from "@epochal/record";

const form = /^epochal_([0-9a-hjkmnp-z]{16})_[A-Za-z0-9_-]{43}$/;

/** The secret of a new token: an id that it is found by, and 256 bits by chance. */
export function newSecret(): { readonly id: string; readonly secret: string } {
  const id = newRunId();
  return { id, secret: `epochal_${id}_${randomBytes(32).toString("base64url")}` };
}

/** The id in a secret; undefined where it is none. */
export function idOfSecret(secret: string): string | undefined {
  return form.exec(secret)?.[1];
}

/**
 * What is kept of a secret. Nobody can guess 256 random bits, however fast a hash is: a slow one, as passwords need, would only make each
 * request slow.
 */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether a secret has a hash, in a time that does not depend on where they differ. */
export function isSecretOf(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOfSecret(secret), "hex"), Buffer.from(hash, "hex"));
}
