import type { RunFilter } from "../../run-filter.ts";

/** @param owner the call, for the message. @throws TypeError where a part of the filter is of the wrong type */
export function checkRunFilter(owner: string, query: RunFilter): void {
  for (const field of ["project", "where"] as const) {
    if (query[field] !== undefined && typeof query[field] !== "string") {
      throw new TypeError(`${owner}: ${field} must be a string. Received: ${typeof query[field]}`);
    }
  }
  for (const field of ["ids", "within"] as const) {
    if (query[field] !== undefined && !Array.isArray(query[field])) {
      throw new TypeError(`${owner}: ${field} must be a list. Received: ${typeof query[field]}`);
    }
  }
  for (const field of ["deleted", "archived"] as const) {
    if (query[field] !== undefined && typeof query[field] !== "boolean") {
      throw new TypeError(
        `${owner}: ${field} must be true or false. Received: ${typeof query[field]}`,
      );
    }
  }
}
