import type { RunFilter } from "../../run-filter.ts";

/** @param owner the call, for the message. @throws TypeError where a part of the filter is of the wrong type */
export function checkRunFilter(owner: string, query: RunFilter): void {
  for (const field of ["project", "where"] as const) {
    if (query[field] !== undefined && typeof query[field] !== "string") {
      throw new TypeError(`${owner}: ${field} must be a string. Received: ${typeof query[field]}`);
    }
  }
  if (query.ids !== undefined && !Array.isArray(query.ids)) {
    throw new TypeError(`${owner}: ids must be a list. Received: ${typeof query.ids}`);
  }
  for (const field of ["deleted", "archived"] as const) {
    if (query[field] !== undefined && typeof query[field] !== "boolean") {
      throw new TypeError(
        `${owner}: ${field} must be true or false. Received: ${typeof query[field]}`,
      );
    }
  }
}
