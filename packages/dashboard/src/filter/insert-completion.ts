import type { QueryCompletion } from "@epochal/store/query";

/** A text after something was put in, and where the caret then stands. */
export interface Inserted {
  readonly text: string;
  readonly caret: number;
}

/** What is followed by a colon at once, and not by a blank. */
const BEFORE_COLON =
  /^(?:has|status|verdict|name|notes|tag|branch|group|project|id|best|last|kept|min|max|metric|param)$/;

/** The text with a completion in place of the word that was begun, and ready for what comes next. */
export function insertCompletion(
  text: string,
  from: number,
  caret: number,
  { text: word, kind }: QueryCompletion,
): Inserted {
  const rest = text.slice(caret);
  const isTight = word === ":" || word === "(" || word === "-";
  const after = kind === "field" && BEFORE_COLON.test(word) ? ":" : isTight ? "" : " ";
  const before = `${text.slice(0, from)}${word}${after}`;
  return {
    text: before + (rest.startsWith(after) ? rest.slice(after.length) : rest),
    caret: before.length,
  };
}
