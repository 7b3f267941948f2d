import fc from "fast-check";
import type { Query, QueryCondition, QueryLiteral } from "../src/query/query.ts";

const hostile = [
  ...['"', "\\", '\\"', "\\\\", "'", "' OR 1=1 --", "; DROP TABLE runs", "%", "_", "*", "?1", "@a"],
  ...[
    "and",
    "OR",
    "not",
    "in",
    "has",
    "name",
    "best",
    "param",
    "status:killed",
    "(",
    ")",
    ",",
    "-",
  ],
  ...["a b", " ", "", "\n", "\u0000", "\u202e", "😀", "\ud800", "İ", "ß", "é", "é", "=", "!=", "<"],
  ...["NaN", "Infinity", "-3", "1e3", "true", "null", "2d", "2026-11-01", "[1,2]", "constructor"],
];

/** Texts that mean something to SQL, to JSON, to patterns, to the language itself, or to a terminal. */
export function hostileText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...hostile),
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.array(fc.constantFrom(...hostile), { maxLength: 3 }).map((parts) => parts.join("")),
  );
}

export interface QueryTreesArgs {
  /** @default hostile ones */
  readonly keys?: fc.Arbitrary<string>;
  /** What stands in no quotes must be one word. @default numbers and words */
  readonly bare?: fc.Arbitrary<string>;
  /** @default hostile ones */
  readonly texts?: fc.Arbitrary<string>;
  /** @default a few */
  readonly moments?: fc.Arbitrary<string>;
}

/** Queries that can be typed. */
export function queryTrees(args: QueryTreesArgs = {}): fc.Arbitrary<Query> {
  const one = conditions(args);
  const { tree } = fc.letrec<{ tree: Query; group: Query; negated: Query }>((tie) => ({
    tree: fc.oneof({ depthSize: "small" }, one, tie("group"), tie("negated")),
    group: fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      of: fc.array(tie("tree"), { minLength: 2, maxLength: 4 }),
    }),
    negated: fc.record({ kind: fc.constant("not" as const), of: tie("tree") }),
  }));
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant({ kind: "all" } as const) },
    // What a condition finds shows best where it stands alone.
    { weight: 30, arbitrary: one },
    { weight: 30, arbitrary: tree },
  );
}

function conditions({
  keys = hostileText(),
  bare = fc.constantFrom("3", "-3", "1e-3", "NaN", "true", "adam", "[1,2]", "a:b", "c=d", "and"),
  texts = hostileText(),
  moments = fc.constantFrom(
    "2026",
    "2026-11",
    "2026-11-01",
    "2026-11-01T12:30",
    "2026-11-01T12:30:05Z",
  ),
}: QueryTreesArgs): fc.Arbitrary<QueryCondition> {
  const order = ["<", "<=", ">", ">="] as const;
  const literal: fc.Arbitrary<QueryLiteral> = fc.oneof(
    fc.record({ text: bare, isQuoted: fc.constant(false) }),
    fc.record({ text: texts, isQuoted: fc.constant(true) }),
  );
  const lists = fc.constantFrom(
    ...["[1,2]", "[]", "{}", '["a b"]', '["x)",{"y":"\\"("}]', '["adam"]', '["\\\\"]'],
  );
  const exact = fc.oneof(
    { weight: 3, arbitrary: literal },
    { weight: 1, arbitrary: fc.record({ text: lists, isQuoted: fc.constant(false) }) },
  );
  const number = fc.record({
    text: fc.constantFrom(
      "0",
      "3",
      "-3",
      "0.5",
      "1e-3",
      ".25",
      "NaN",
      "-Infinity",
      "inf",
      "0.9",
      "1",
    ),
    isQuoted: fc.constant(false as boolean),
  });
  const listed = fc.array(
    literal.filter(({ text, isQuoted }) => isQuoted || !text.includes(",")),
    { minLength: 1, maxLength: 3 },
  );
  const field = <T>(name: fc.Arbitrary<string>, value: fc.Arbitrary<T>) =>
    fc.oneof(
      fc.record({
        kind: fc.constant("field" as const),
        field: name,
        operator: fc.constantFrom("=" as const, "!=" as const, ":" as const),
        values: fc.tuple(value),
      }),
      fc.record({
        kind: fc.constant("field" as const),
        field: name,
        operator: fc.constant("in" as const),
        values: fc.array(value, { minLength: 1, maxLength: 3 }),
      }),
    ) as fc.Arbitrary<QueryCondition>;
  const others = [
    texts.map((text) => ({ kind: "text" as const, text })),
    fc.record(
      {
        kind: fc.constant("has" as const),
        of: fc.constantFrom("metric" as const, "param" as const),
        key: keys,
      },
      { requiredKeys: ["kind", "key"] },
    ),
    field(fc.constantFrom("name", "notes", "tag", "branch", "group", "project", "id"), texts),
    field(
      fc.constant("status"),
      fc.constantFrom(
        "running",
        "finished",
        "stopped_early",
        "failed",
        "interrupted",
        "killed",
        "stalled",
      ),
    ),
    field(
      fc.constant("verdict"),
      fc.constantFrom("healthy", "overfitting", "underfitting", "diverged", "no_validation"),
    ),
    fc.record({
      kind: fc.constant("started" as const),
      operator: fc.constantFrom(...order, "=" as const, "!=" as const, ":" as const),
      moment: moments,
    }),
    fc.record({
      kind: fc.constant("span" as const),
      field: fc.constantFrom("age" as const, "duration" as const),
      operator: fc.constantFrom(...order),
      length: fc.constantFrom("10m", "1h30m", "2d", "0.5s", "3w", "250ms", "0s"),
    }),
  ];
  const values = [
    fc.record({
      kind: fc.constant("value" as const),
      of: fc.constantFrom(
        "best" as const,
        "last" as const,
        "kept" as const,
        "min" as const,
        "max" as const,
        "metric" as const,
      ),
      key: keys,
      operator: fc.constantFrom(...order, "=" as const, "==" as const, "!=" as const),
      values: fc.tuple(number),
    }),
    fc.record({
      kind: fc.constant("value" as const),
      of: fc.constantFrom("best" as const, "last" as const, "metric" as const),
      key: keys,
      operator: fc.constant("in" as const),
      values: fc.array(number, { minLength: 1, maxLength: 3 }),
    }),
    fc.record(
      {
        kind: fc.constant("value" as const),
        of: fc.constant("param" as const),
        key: keys,
        operator: fc.constantFrom(...order, "=" as const, "!=" as const, ":" as const),
        values: fc.tuple(literal),
      },
      { requiredKeys: ["kind", "key", "operator", "values"] },
    ),
    fc.record(
      {
        kind: fc.constant("value" as const),
        of: fc.constant("param" as const),
        key: keys,
        operator: fc.constant("==" as const),
        values: fc.tuple(exact),
      },
      { requiredKeys: ["kind", "key", "operator", "values"] },
    ),
    fc.record(
      {
        kind: fc.constant("value" as const),
        of: fc.constant("param" as const),
        key: keys,
        operator: fc.constant("in" as const),
        values: listed,
      },
      { requiredKeys: ["kind", "key", "operator", "values"] },
    ),
  ];
  return fc.oneof(
    // Of these most can go wrong.
    { weight: 3, arbitrary: fc.oneof(...values) },
    { weight: 2, arbitrary: fc.oneof(...others) },
  );
}
