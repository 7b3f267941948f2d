import { printable } from "@epochal/record";

export type StoreErrorCode =
  | "unsupported_node"
  | "invalid_location"
  | "not_a_store"
  | "store_not_found"
  | "schema_too_new"
  | "run_not_found"
  | "run_is_running"
  | "run_has_ended"
  | "run_is_deleted"
  | "project_not_found"
  | "series_not_found"
  | "token_not_found"
  | "store_busy"
  | "no_room"
  | "not_kept"
  | "store_read_only"
  | "store_is_remote"
  | "store_closed"
  | "bad_sql";

/** A failure of the store that a caller may want to tell apart by its `code`. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(printable(message), options);
    this.code = code;
  }
}
