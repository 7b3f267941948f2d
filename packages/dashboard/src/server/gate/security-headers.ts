import { contentSecurityPolicy } from "./content-security-policy.ts";

const FIXED = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** What stands on every answer, a refusal too; with a nonce that is used once. */
export function securityHeaders(
  isDevelopment = false,
  nonce: string = newNonce(),
): Readonly<Record<string, string>> {
  return { ...FIXED, "content-security-policy": contentSecurityPolicy(nonce, isDevelopment) };
}

/** A word that is used once. */
export function newNonce(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
