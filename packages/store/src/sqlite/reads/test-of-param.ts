import { numberOf } from "../../query/literals.ts";
import type { QueryLiteral } from "../../query/query.ts";
import type { ParamTest } from "../../query/resolve-query.ts";
import { balanced } from "./balanced.ts";
import type { Bound } from "./bound.ts";

/** Its text: that of a string, else its JSON. */
const text = "CASE type WHEN 'string' THEN json_extract(value, '$') ELSE value END";

/** A condition on a row of `params`, in SQL. Never NULL. */
export function testOfParam({ operator, values }: ParamTest, bound: Bound): string {
  const [value = { text: "", isQuoted: true }] = values;
  switch (operator) {
    case "=":
    case "in":
      return balanced(
        values.map((one) => isEqual(one, bound)),
        "OR",
      );
    case "==":
      return isExactly(value, bound);
    case "!=":
      return `NOT ${isEqual(value, bound)}`;
    case ":": {
      const needle = bound.add(value.text.toLowerCase());
      return `(${isEqual(value, bound)} OR (type IN ('string', 'array', 'object') AND instr(fold_case(${text}), ${needle}) > 0))`;
    }
    default: {
      const number = value.isQuoted ? undefined : numberOf(value.text);
      if (number === undefined) {
        return `(type = 'string' AND json_extract(value, '$') ${operator} ${bound.add(value.text)})`;
      }
      if (Number.isNaN(number)) return "FALSE";
      return `(type = 'number' AND number ${operator} ${bound.add(number)})`;
    }
  }
}

/**
 * Numbers are compared as numbers, all else as text. A value in quotes is text, also where it looks like a number, true, false
 * or null.
 */
function isEqual({ text, isQuoted }: QueryLiteral, bound: Bound): string {
  const isText = `(type = 'string' AND value = ${bound.add(JSON.stringify(text))})`;
  const types = isQuoted ? "('array', 'object')" : "('array', 'object', 'boolean', 'null')";
  const isJson = `(type IN ${types} AND value = ${bound.add(text)})`;
  const number = isQuoted ? undefined : numberOf(text);
  if (number === undefined || Number.isNaN(number)) return `(${isText} OR ${isJson})`;
  return `(${isText} OR ${isJson} OR (type = 'number' AND number = ${bound.add(number)}))`;
}

/** A number is that number, true, false and null are these words, a list is that list, and what stands in quotes is text. */
function isExactly({ text, isQuoted }: QueryLiteral, bound: Bound): string {
  const isOf = (types: string, value: string) =>
    `(type IN (${types}) AND value = ${bound.add(value)})`;
  if (isQuoted) return isOf("'string'", JSON.stringify(text));
  if (text === "true" || text === "false" || text === "null") {
    return isOf("'boolean', 'null'", text);
  }
  if (/^[[{]/.test(text)) return isOf("'array', 'object'", text);
  const number = numberOf(text);
  if (number === undefined) return isOf("'string'", JSON.stringify(text));
  return Number.isNaN(number) ? "FALSE" : `(type = 'number' AND number = ${bound.add(number)})`;
}
