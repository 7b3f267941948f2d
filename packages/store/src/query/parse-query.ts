import { closestName } from "@epochal/record";
import type { Query } from "./query.ts";
import { QueryError } from "./query-error.ts";
import { SyntaxError as NotInGrammar, parse } from "./query-grammar.gen.ts";

const longest = 10_000;

/**
 * Reads a query: `val_auc > 0.93 and not tag:baseline`. An empty one asks for all runs.
 *
 * @throws QueryError where it cannot be understood, or is longer than 10,000 characters
 */
export function parseQuery(text: string): Query {
  if (typeof text !== "string") {
    throw new TypeError(`where must be a string. Received: ${typeof text}`);
  }
  if (text.length > longest) {
    const at = { query: text, offset: longest, length: text.length - longest };
    throw new QueryError(`where: at most ${longest} characters. Received: ${text.length}`, at);
  }
  try {
    return parse(text, {}) as Query;
  } catch (error) {
    if (error instanceof NotInGrammar) throw inWords(text, error as unknown as GrammarError);
    throw error;
  }
}

/** What a rule of the grammar says was expected. */
interface Expectation {
  readonly type: string;
  readonly text?: string;
  readonly description?: string;
}

interface GrammarError {
  readonly message: string;
  readonly expected: readonly Expectation[] | null;
  readonly location: { readonly start: { readonly offset: number } };
}

function inWords(query: string, { message, expected, location }: GrammarError): QueryError {
  const { offset } = location.start;
  const [word = ""] = /^(?:[^\s"()<>=!:]+|.)?/su.exec(query.slice(offset)) ?? [];
  const found = word === "" ? "the end" : JSON.stringify(word.slice(0, 100));
  const at = { query, offset, length: word.length };
  if (expected === null) return new QueryError(`where: ${message}, at ${found}`, at);
  const all = [...new Set(expected.flatMap((one) => one.text ?? one.description ?? []))];
  const words = expected.flatMap(({ text }) => (/^\w/.test(text ?? "") ? (text ?? []) : []));
  const nearest = word.length > 2 ? closestName(word, words) : undefined;
  const hint = nearest === undefined ? "" : `. Did you mean ${nearest}?`;
  return new QueryError(
    `where: expected ${listed(summarized(all))} at character ${offset + 1}. Received: ${found}${hint}`,
    { ...at, expected: all, ...(nearest !== undefined && { nearest }) },
  );
}

const operators = new Set(["=", "==", "!=", "<", "<=", ">", ">=", ":", "in"]);
const joining = new Set(["and", "or", ")", ","]);

/** What begins a condition is a long list, and of no help to who reads it. */
function summarized(expected: readonly string[]): string[] {
  const isCondition = expected.includes("text to find");
  const isOperator = expected.includes("=");
  const rest = expected.filter((one) =>
    operators.has(one) ? !isOperator : joining.has(one) || !isCondition,
  );
  return [
    ...rest,
    ...(isOperator
      ? [`an operator (${expected.filter((one) => operators.has(one)).join(" ")})`]
      : []),
    ...(isCondition ? ["a condition"] : []),
  ];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
