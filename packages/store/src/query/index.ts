/** The language that runs are found with. Browser-safe. */

export {
  type CompletableRuns,
  completeQuery,
  type QueryCompletion,
  type QueryCompletions,
} from "./complete-query.ts";
export { parseQuery } from "./parse-query.ts";
export { printQuery } from "./print-query.ts";
export type {
  FieldCondition,
  HasCondition,
  Query,
  QueryCondition,
  QueryLiteral,
  QueryOperator,
  QuerySpan,
  SpanCondition,
  StartedCondition,
  TextCondition,
  ValueCondition,
  ValueSource,
} from "./query.ts";
export { QueryError } from "./query-error.ts";
