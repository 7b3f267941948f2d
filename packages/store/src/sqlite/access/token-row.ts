import type { AuditEntry, Token } from "../../store-access.ts";

/** A row of `tokens`. */
export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly role: string;
  readonly projects: string | null;
  readonly createdMs: number;
  readonly expiresMs: number | null;
  readonly usedMs: number | null;
  readonly revokedMs: number | null;
}

/** What to select for a `TokenRow`. */
export const tokenColumns =
  "id, name, hash, role, projects, created_ms AS createdMs, expires_ms AS expiresMs, used_ms AS usedMs, revoked_ms AS revokedMs";

/** A row as a token. Its hash stays here. */
export function tokenOf(row: TokenRow): Token {
  const { id, name, role, projects, createdMs, expiresMs, usedMs, revokedMs } = row;
  return {
    ...{ id, name, role: role === "write" ? "write" : "read", createdAt: new Date(createdMs) },
    ...(projects !== null && { projects: JSON.parse(projects) as string[] }),
    ...(expiresMs !== null && { expiresAt: new Date(expiresMs) }),
    ...(usedMs !== null && { usedAt: new Date(usedMs) }),
    ...(revokedMs !== null && { revokedAt: new Date(revokedMs) }),
  };
}

/** A row of `audit`. */
export interface AuditRow {
  readonly atMs: number;
  readonly who: string;
  readonly action: string;
  readonly what: string;
  readonly origin: string | null;
}

/** A row as an entry of the log. */
export function entryOf({ atMs, who, action, what, origin }: AuditRow): AuditEntry {
  return {
    ...{ at: new Date(atMs), who, action: action as AuditEntry["action"], what },
    ...(origin !== null && { origin }),
  };
}
