import { checkRun } from "./check-run.ts";
import type { OptionRule } from "./option-rule.ts";

function rule(
  words: string,
  holds: (value: unknown) => boolean,
  Kind: OptionRule["Kind"] = RangeError,
): OptionRule {
  return { words, holds, Kind };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

type RuleName =
  | "key"
  | "text"
  | "flag"
  | "hook"
  | "finite"
  | "positive"
  | "notNegative"
  | "count"
  | "atLeastOne"
  | "share"
  | "verbose"
  | "mode"
  | "frequency"
  | "run";

/** The rules that options of several callbacks share. */
export const optionRules: Readonly<Record<RuleName, OptionRule>> = {
  key: rule("a log key", (value) => typeof value === "string" && value !== "", TypeError),
  text: rule("a non-empty string", (value) => typeof value === "string" && value !== "", TypeError),
  flag: rule("true or false", (value) => typeof value === "boolean", TypeError),
  hook: rule("a function", (value) => typeof value === "function", TypeError),
  finite: rule("a finite number", isNumber),
  positive: rule("a finite number above 0", (value) => isNumber(value) && value > 0),
  notNegative: rule("a finite number of 0 or more", (value) => isNumber(value) && value >= 0),
  count: rule(
    "a whole number of 0 or more",
    (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  ),
  atLeastOne: rule(
    "a whole number above 0",
    (value) => Number.isSafeInteger(value) && Number(value) > 0,
  ),
  share: rule("in (0, 1)", (value) => isNumber(value) && value > 0 && value < 1),
  verbose: rule("0, 1, 2, true or false", (value) => [0, 1, 2, true, false].includes(value as 0)),
  mode: rule('"auto", "max" or "min"', (value) => ["auto", "max", "min"].includes(value as "auto")),
  frequency: rule(
    '"epoch" or a whole number above 0',
    (value) => value === "epoch" || (Number.isSafeInteger(value) && Number(value) > 0),
  ),
  /** Its check says what is missing. */
  run: { ...rule("a run writer", () => true, TypeError), check: checkRun },
};
