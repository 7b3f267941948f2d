import { isSecretName } from "./is-secret-name.ts";
import { redactAssignments } from "./redact-assignments.ts";
import { isRedacted, redacted } from "./redacted.ts";
import { keyBlock, secretShapes } from "./secret-shapes.ts";

/**
 * A text without the secrets in it: keys and tokens by their shape, blocks of keys, passwords in addresses, and what is assigned to a name
 * that says secret. What is left out is said in its place. Applied twice it changes nothing more.
 */
export function redactText(text: string): string {
  return text.length < 4 ? text : redactAssignments(redactShapes(text));
}

/** Only what is a secret by its own look, whatever it is called. */
export function redactShapes(text: string): string {
  if (text.length < 4) return text;
  let safe = redactBlocks(text);
  for (const shape of secretShapes) safe = safe.replace(shape, redacted);
  return redactAddresses(safe);
}

const mostBlocks = 500;
/** Characters; the longest keys there are have some ten thousand. */
const longestBlock = 50_000;

/** A block that does not end is taken up to the last line that may be of it. */
function redactBlocks(text: string): string {
  let safe = "";
  let rest = text;
  for (let blocks = 0; ; blocks++) {
    const begin = keyBlock.begin.exec(rest);
    if (begin === null) return safe + rest;
    if (blocks === mostBlocks) return safe + redacted;
    const after = rest.slice(begin.index + begin[0].length);
    const near = after.slice(0, longestBlock);
    const end = keyBlock.end.exec(near);
    const length = end === null ? openLength(near) : end.index + end[0].length;
    safe += rest.slice(0, begin.index) + redacted;
    rest = after.slice(length);
  }
}

function openLength(near: string): number {
  let length = 0;
  for (const [i, line] of near.split("\n").entries()) {
    if (i > 0 && !keyBlock.line.test(line)) return length;
    length += line.length + 1;
  }
  return near.length;
}

/** `https://token@host`, `postgres://ana:password@host`, `https://host/?token=…`. */
function redactAddresses(text: string): string {
  return text
    .replace(
      // A password with signs that an address should not have.
      /(?<=:\/\/)[^\s/:@"'`<>[]{0,200}:(?!\d{1,5}[/?#])[^\s"'`<>]{1,500}@(?=[\w.[-]{1,300}(?:[:/?#\s"'`]|$))/g,
      `${redacted}@`,
    )
    .replace(
      /(?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/)([^\s/?#"'`<>]{1,1000})@/g,
      (whole, scheme: string, user: string) =>
        isUser(scheme, user) ? whole : `${scheme}${redacted}@`,
    )
    .replace(
      /([?&#;])([\w.%[\]-]{1,80})=([^&\s#"'`<>]{1,4000})/g,
      (whole, sign: string, name: string, value: string) =>
        isRedacted(value) || !isSecretParameter(name) ? whole : `${sign}${name}=${redacted}`,
    );
}

/** `ssh://git@host` and `postgres://ana@host` only say who; before a web address stands nothing but a token. */
function isUser(scheme: string, user: string): boolean {
  return !user.includes(":") && !/%3a/i.test(user) && !/https?:|ftps?:/i.test(scheme);
}

function isSecretParameter(name: string): boolean {
  return (
    /^(sig|signature|x-(amz|goog)-signature|code)$/i.test(name) || isSecretName(name, "arguments")
  );
}
