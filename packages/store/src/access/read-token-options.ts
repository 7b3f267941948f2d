import { limits } from "@epochal/record";
import { takeOptions } from "../options/take-options.ts";
import { readBy } from "../recording/read-by.ts";
import type { TokenOptions, TokenRole } from "../store-access.ts";

const usualMs = 90 * 24 * 3_600_000;

/** What a new token is, with all defaults filled in. */
export interface ReadToken {
  readonly name: string;
  readonly role: TokenRole;
  readonly projects: readonly string[] | null;
  /** Null for never. */
  readonly expiresMs: number | null;
  readonly by: string;
}

/** @throws TypeError or RangeError where an option makes no sense */
export function readTokenOptions(given: TokenOptions, now: number): ReadToken {
  const { name, role = "read", projects, expires, by } = takeOptions("createToken", given);
  if (!isName(name)) {
    throw new TypeError(
      `createToken: name must be a text of at most ${limits.name} characters. Received: ${JSON.stringify(String(name).slice(0, 50))}`,
    );
  }
  if (role !== "read" && role !== "write") {
    throw new TypeError(`createToken: role must be "read" or "write". Received: ${String(role)}`);
  }
  if (projects !== undefined && !(Array.isArray(projects) && projects.every(isName))) {
    throw new TypeError("createToken: projects must be a list of names.");
  }
  if (projects?.length === 0) {
    throw new RangeError("createToken: projects must name one at least, or be left out for all.");
  }
  return {
    ...{ name, role, expiresMs: readEnd(expires, now), by: readBy("createToken", by) },
    projects: projects === undefined ? null : [...new Set(projects)],
  };
}

function readEnd(expires: TokenOptions["expires"], now: number): number | null {
  if (expires === Number.POSITIVE_INFINITY) return null;
  const end = expires instanceof Date ? expires.getTime() : now + (expires ?? usualMs);
  if (Number.isFinite(end) && end > now && end <= 8.64e15) return Math.round(end);
  throw new RangeError(
    `createToken: expires must be a Date to come, a number of milliseconds above 0, or Infinity. Received: ${String(expires)}`,
  );
}

function isName(text: unknown): text is string {
  return typeof text === "string" && text.trim() !== "" && text.length <= limits.name;
}
