import { isSecretName } from "./is-secret-name.ts";
import { redactText } from "./redact-text.ts";
import { redacted } from "./redacted.ts";

/**
 * Arguments of a command without the values of options whose names say secret, whatever they look like and however they are given
 * (`--password x`, `--api_key=x`, `PASSWORD=x`), and without texts that look like secrets.
 */
export function redactArguments(list: readonly unknown[]): unknown[] {
  let isSecret: (value: string) => boolean = never;
  return list.map((each) => {
    const text = String(each);
    const [, dashes = "", name = "", given] = shape.exec(text) ?? [];
    // `--password= x`
    const value = given || undefined;
    if (/^[^=]*=?…$/.test(text)) return each;
    if (isSecret(text)) return redacted;
    const saysSecret = name !== "" && isSecretName(name, "arguments");
    if (dashes !== "") isSecret = value === undefined ? secretAfter(name, saysSecret) : never;
    if (saysSecret && value !== undefined) return `${text.slice(0, -value.length)}${redacted}`;
    if (isGluedPassword(text)) return `-p${redacted}`;
    return typeof each === "string" ? redactText(each) : each;
  });
}

const shape = /^(-{0,2})([\p{L}][\p{L}\p{N}_.-]*)(?:[=:](.*))?$/su;
const never = () => false;

/** Up to the next option; what is random may itself begin with a dash. */
function secretAfter(name: string, saysSecret: boolean): (value: string) => boolean {
  if (saysSecret) return (value) => !/^-/.test(value) || /^-[^-]./s.test(value);
  // The password of database clients, or a port, or a patience.
  return name.toLowerCase() === "p" ? (value) => !/^-|^\d{1,5}$/.test(value) : never;
}

/** `-pS3cret`, as database clients take it. */
function isGluedPassword(text: string): boolean {
  return (
    /^-p./i.test(text) && /\d|[^\w.-]/.test(text) && !/^-p([\d.]{1,5}|[a-z_-]+=.*)$/i.test(text)
  );
}
