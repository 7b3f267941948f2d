import type { QueryLiteral } from "@epochal/store/query";

/** A value of a param as a query has it. */
export function queryLiteral(value: unknown): QueryLiteral {
  if (typeof value === "string") return { text: value, isQuoted: !isWord(value) };
  return { text: JSON.stringify(value), isQuoted: false };
}

/** A text that would be read as a number or a boolean stands in quotes. */
const isWord = (text: string): boolean =>
  /^[A-Za-z_][\w.-]*$/.test(text) &&
  !/^(?:true|false|null|NaN|Infinity|inf|and|or|not|in)$/i.test(text);
