import type { Query, QueryCondition, QueryLiteral } from "./query.ts";

/** A query as a person would type it. What is read from it is the same query. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case "all":
      return "";
    case "and":
      return query.of.map((one) => within(one, one.kind === "and" || one.kind === "or")).join(" ");
    case "or":
      return query.of.map((one) => within(one, one.kind === "or")).join(" or ");
    case "not":
      return `not ${within(query.of, query.of.kind === "and" || query.of.kind === "or")}`;
    default:
      return printCondition(query);
  }
}

function within(query: Query, isGroup: boolean): string {
  return isGroup ? `(${printQuery(query)})` : printQuery(query);
}

function printCondition(condition: QueryCondition): string {
  switch (condition.kind) {
    case "text":
      return word(condition.text);
    case "has":
      return `has:${condition.of === undefined ? "" : `${condition.of}:`}${word(condition.key)}`;
    case "field":
      return tested(condition.field, condition.operator, condition.values.map(value));
    case "started":
      return tested("started", condition.operator, [condition.moment]);
    case "span":
      return tested(condition.field, condition.operator, [condition.length]);
    case "value": {
      const { of, key, operator, values } = condition;
      const subject = of === undefined ? ownKey(key) : `${of}:${word(key)}`;
      return tested(subject, operator, values.map(literal));
    }
  }
}

function tested(subject: string, operator: string, values: readonly string[]): string {
  if (operator === "in") return `${subject} in (${values.join(", ")})`;
  const [only = ""] = values;
  return operator === ":" ? `${subject}:${only}` : `${subject} ${operator} ${only}`;
}

const literal = ({ text, isQuoted }: QueryLiteral): string => (isQuoted ? quoted(text) : text);

/** A word that is safe where a key or free text stands. */
function word(text: string): string {
  return isPlain(text) && !/^(?:and|or|not|in)$/i.test(text) ? text : quoted(text);
}

/** A key that is not also a name of the language's own. */
function ownKey(key: string): string {
  return reserved.test(key) ? quoted(key) : word(key);
}

const value = (text: string): string => (isPlain(text) ? text : quoted(text));

const reserved =
  /^(?:has|status|verdict|name|notes|tag|branch|group|project|id|started|age|duration|best|last|kept|min|max|metric|param)$/i;

const isPlain = (text: string): boolean => /^[\p{L}\p{N}_.][\p{L}\p{N}_.+/@#-]*$/u.test(text);

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
