import { isSecretName } from "./is-secret-name.ts";
import { isRedacted, redacted } from "./redacted.ts";

/** `password=…`, `"apiKey": "…"`, `token := '…'`, `headers["x-api-key"] = …`, also where the quotes are escaped. */
const assignment =
  /(?<![\p{L}\p{N}_$.]|[\p{L}\p{N}]-)([\p{L}_$][\p{L}\p{N}_$.-]{0,100})(\\{0,4}["'`]?\]?\??[ \t]{0,40}(?:=>|:=|[=!]==?|[=:])\s{0,80})/gu;
/** `("x-api-key", "…")` and `setPassword("…")`. */
const call =
  /(?<![\p{L}\p{N}_$.]|[\p{L}\p{N}]-)([\p{L}_$][\p{L}\p{N}_$.-]{0,100})(\\{0,4}["'`][ \t]{0,40},\s{0,80}(?=\\{0,4}["'`])|\([ \t]{0,40}(?=\\{0,4}["'`]))/gu;
/** `<password>…</password>` */
const element = /<([\p{L}_][\p{L}\p{N}_.:-]{0,100})>([^<>]{1,2000})(?=<\/)/gu;
/** `--password …` */
const option = /(?<![\p{L}\p{N}_-])--?([\p{L}][\p{L}\p{N}_.-]{0,100})[ \t]{1,40}(?=[^\s-])/gu;
/** "the password is …" */
const said = /(?<![\p{L}\p{N}_-])([\p{L}][\p{L}_-]{1,40})[ \t](?:is|was)[ \t](?=\S{0,100}\d)/giu;
const scheme = /(?<![\p{L}\p{N}_-])(bearer|basic)[ \t]{1,20}(?=[\w+/=.~-]{6,})/giu;

/** A text without what is assigned to names that say secret. */
export function redactAssignments(text: string): string {
  let safe = text;
  for (const form of [assignment, call, option, said, scheme]) {
    safe = replaceValues(safe, form);
  }
  return safe.replace(element, (whole, name: string, value: string) =>
    isRedacted(value) || value.trim() === "" || !isSecretName(name, placeOf(name))
      ? whole
      : `<${name}>${redacted}`,
  );
}

function replaceValues(text: string, form: RegExp): string {
  let safe = "";
  let done = 0;
  form.lastIndex = 0;
  for (let found = form.exec(text); found !== null; found = form.exec(text)) {
    const [whole, name = ""] = found;
    const from = found.index + whole.length;
    const place = form === option ? "arguments" : placeOf(name);
    if (!isSecretName(name, place) || isNoAssignment(text, found, form)) continue;
    const length = lengthOfValue(text, from, name, form);
    if (length === 0) continue;
    safe += text.slice(done, from) + redacted;
    done = from + length;
    form.lastIndex = done;
  }
  return safe + text.slice(done);
}

/** `KEY=…` in a text is of an environment. */
function placeOf(name: string): "environment" | "config" {
  return /^[A-Z][A-Z0-9_]*$/.test(name) ? "environment" : "config";
}

/** "Unexpected token: }", `at login (file:///app/auth.ts:12:5)`, and `auth://`. */
function isNoAssignment(text: string, found: RegExpExecArray, form: RegExp): boolean {
  const after = text.slice(found.index + found[0].length, found.index + found[0].length + 12);
  if (form === scheme) return !looksEncoded(text, found);
  if (form !== assignment) return false;
  const before = text.slice(Math.max(0, found.index - 12), found.index);
  return (
    (/unexpected $/i.test(before) && /^token$/i.test(found[1] ?? "")) ||
    (/:$/.test(found[0]) &&
      (/^\d+:\d+/.test(after) || after.startsWith("//") || /^:/.test(after))) ||
    /^at /.test(after)
  );
}

/** A word after "basic" is a word, unless it cannot be one. */
function looksEncoded(text: string, found: RegExpExecArray): boolean {
  const from = found.index + found[0].length;
  const [value = ""] = /^[\w+/=.~-]{6,1000}/.exec(text.slice(from, from + 1000)) ?? [];
  return /\d|=$/.test(value) || /[a-z][A-Z]/.test(value) || value.length > 24;
}

/** How long the value is that begins here; 0 where there is none that could be a secret. */
function lengthOfValue(text: string, from: number, name: string, form: RegExp): number {
  const ahead = text.slice(from, from + longest);
  if (isRedacted(ahead)) return 0;
  const [open = ""] = /^\\{0,4}(?:"""|'''|["'`])/.exec(ahead) ?? [];
  if (open !== "") {
    const close = closing(ahead, open);
    if (isRedacted(ahead.slice(open.length))) return 0;
    if (close === open.length) return 0;
    if (close > 0) return close + open.length;
  }
  const isLine = /auth|cookie|phrase|mnemonic/i.test(name) && form === assignment;
  const [value = ""] = (isLine && !/^auth$/i.test(name) ? /^[^\r\n]+/ : /^\S+/).exec(ahead) ?? [];
  if (/^(null|undefined|none|nil|[{[(]+|[,;)}\]]+)[,;)}\]]*$/i.test(value)) return 0;
  // `Authorization: Bearer …`, `auth=basic …`
  const [whole = value] = /^(?:bearer|basic|digest|token)\s+\S+/i.exec(ahead) ?? [];
  return Math.max(value.length, whole.length);
}

const longest = 20_000;

function closing(text: string, open: string): number {
  const quote = open.replace(/^\\+/, "");
  for (let at = text.indexOf(open, open.length); at >= 0; at = text.indexOf(open, at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes++;
    // An escaped quote inside of quotes that are not.
    if (open !== quote || slashes % 2 === 0) return at;
  }
  return -1;
}
