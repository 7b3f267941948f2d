import type { RunState, VerdictRule } from "@epochal/conclusions";

/** `:` finds text anywhere in it, and is the same as `=` for what is no text; `==` also tells the number 16 from the text "16". */
export type QueryOperator = "=" | "==" | "!=" | "<" | "<=" | ">" | ">=" | ":" | "in";

/** Which value of a series is meant; `metric` is its best, and `param` is no series but a leaf of the config. */
export type ValueSource = "best" | "last" | "kept" | "min" | "max" | "metric" | "param";

/** A place in the text of a query, in UTF-16 units. */
export interface QuerySpan {
  readonly offset: number;
  readonly length: number;
}

/** A value as it was typed. */
export interface QueryLiteral {
  readonly text: string;
  /** What stands in quotes is text, whatever it looks like. */
  readonly isQuoted: boolean;
}

/** Text in the name, the notes or a tag. */
export interface TextCondition {
  readonly kind: "text";
  readonly text: string;
}

/** Whether a series or a param of this name is there. */
export interface HasCondition {
  readonly kind: "has";
  /** Absent where either will do. */
  readonly of?: "metric" | "param";
  readonly key: string;
}

/** A property of the run that is text, or one of a few words. */
export type FieldCondition = {
  readonly kind: "field";
  readonly operator: Extract<QueryOperator, "=" | "!=" | ":" | "in">;
} & (
  | {
      readonly field: "name" | "notes" | "tag" | "branch" | "group" | "project" | "id";
      readonly values: readonly string[];
    }
  | { readonly field: "status"; readonly values: readonly RunState[] }
  | { readonly field: "verdict"; readonly values: readonly VerdictRule[] }
);

/** When a run was started. */
export interface StartedCondition {
  readonly kind: "started";
  readonly operator: Exclude<QueryOperator, "in" | "==">;
  /** `2026-11-01`, `2026-11`, `2026-11-01T12:30`. */
  readonly moment: string;
}

/** How long ago a run was started, or how long it took. */
export interface SpanCondition {
  readonly kind: "span";
  readonly field: "age" | "duration";
  readonly operator: "<" | "<=" | ">" | ">=";
  /** `10m`, `1h30m`. */
  readonly length: string;
}

/** A value of a series, or a param. */
export interface ValueCondition {
  readonly kind: "value";
  /** Absent where the key alone decides. */
  readonly of?: ValueSource;
  readonly key: string;
  readonly operator: QueryOperator;
  /** One, but for `in`. */
  readonly values: readonly QueryLiteral[];
  /** Where the key, and the first value, stand in the text. */
  readonly keyAt?: QuerySpan;
  readonly valueAt?: QuerySpan;
}

export type QueryCondition =
  | TextCondition
  | HasCondition
  | FieldCondition
  | StartedCondition
  | SpanCondition
  | ValueCondition;

/** What runs are asked for, as a tree. */
export type Query =
  | { readonly kind: "all" }
  | { readonly kind: "and" | "or"; readonly of: readonly Query[] }
  | { readonly kind: "not"; readonly of: Query }
  | QueryCondition;
