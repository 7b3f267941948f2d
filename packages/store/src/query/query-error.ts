import type { QuerySpan } from "./query.ts";

export interface QueryErrorArgs extends QuerySpan {
  /** The query as it was given. */
  readonly query: string;
  /** What may stand there, each in words or as it is typed. */
  readonly expected?: readonly string[];
  /** What is most like what stands there. */
  readonly nearest?: string;
}

/** A query that cannot be understood: where, what is expected there, and what was perhaps meant. */
export class QueryError extends RangeError {
  override readonly name = "QueryError";
  readonly query: string;
  /** Where it goes wrong, in UTF-16 units. */
  readonly offset: number;
  /** How much of it is wrong; 0 at the end. */
  readonly length: number;
  /** What may stand there, each in words or as it is typed. */
  readonly expected: readonly string[];
  /** What is most like what stands there; absent where nothing is. */
  readonly nearest?: string;

  constructor(message: string, { query, offset, length, expected, nearest }: QueryErrorArgs) {
    super(message);
    this.query = query;
    this.offset = offset;
    this.length = length;
    this.expected = expected ?? [];
    if (nearest !== undefined) this.nearest = nearest;
  }
}
