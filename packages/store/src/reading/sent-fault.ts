import { QueryError, type QueryErrorArgs } from "../query/query-error.ts";
import { StoreError, type StoreErrorCode } from "../store-error.ts";

/** An error as it goes from thread to thread, where only what every error has would arrive. */
export interface SentFault {
  readonly name: string;
  readonly message: string;
  /** Its own fields. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export function toFault(error: unknown): SentFault {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const fields = error instanceof StoreError || error instanceof QueryError ? { ...error } : {};
  return { name, message, fields };
}

export function fromFault({ name, message, fields }: SentFault): Error {
  if (name === "StoreError") return new StoreError(fields.code as StoreErrorCode, message);
  if (name === "QueryError") return new QueryError(message, fields as unknown as QueryErrorArgs);
  if (name === "TypeError") return new TypeError(message);
  if (name === "RangeError") return new RangeError(message);
  return new Error(message);
}
