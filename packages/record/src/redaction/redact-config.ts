import { isSecretName, type NamePlace } from "./is-secret-name.ts";
import { redactArguments } from "./redact-arguments.ts";
import { redactShapes, redactText } from "./redact-text.ts";
import { redacted } from "./redacted.ts";

/** Objects whose `key` and `pass` are no dimensions: what they are called, or what stands beside. */
const accounts =
  /(^|[^a-z])(auth|credentials?|creds|log_?in|accounts?|aws|gcp|azure|s3|minio|smtp|imap|mail|db|database|postgres(ql)?|mysql|mongo(db)?|redis|registry|proxy|vault|wandb|comet|neptune|mlflow|openai|anthropic|hugging_?face|kaggle|slack|telegram|s?ftp|ssh|oauth|admin|basic|security|secrets?)s?($|[^a-z])/i;
const neighbours =
  /^(user|user_?name|user_?id|usr|log_?in|e?mail|host|host_?name|secret|passw(or)?d|pwd|bucket|endpoint|account|client_?id)$/i;
const environments = /^(env|environment|env_?vars?|environment_?variables|variables)$/i;
const argumentLists = /^(args?|arguments|argv|cli|flags|cli_?args)$/i;
/** More properties than these are settings, not an account. */
const largestAccount = 8;
/** How tokenizers call the tokens of a text that have a meaning of their own. */
const textToken =
  /^(\[?(cls|sep|pad|mask|unk|bos|eos|class|mean|first|last|none|start|end)\]?|<[^<>\s]{1,20}>)$/i;
const names = ["name", "key", "id", "variable", "option", "header", "field"];
const values = ["value", "val", "content", "default", "secret", "data"];

/** A config of plain JSON values without secrets: what names say so hides its value whatever that is, and texts hide by their shape. */
export function redactConfig(config: unknown): unknown {
  return redactInside(config, "config");
}

function redactInside(value: unknown, place: NamePlace): unknown {
  if (typeof value === "string") return redactText(value);
  if (Array.isArray(value)) return redactList(value, place);
  if (typeof value !== "object" || value === null) return value;
  const properties = Object.entries(value);
  const isAccount =
    properties.length <= largestAccount && properties.some(([key]) => neighbours.test(key));
  const here = isAccount && place === "config" ? "credentials" : place;
  const hidden = valueOfPair(value as Record<string, unknown>, here);
  return Object.fromEntries(
    properties.map(([key, inner]) => {
      const isHidden = key === hidden || isSecretName(key, here);
      const safe = isHidden ? hide(key, inner) : redactInside(inner, placeOf(key, here));
      return [redactShapes(key), safe];
    }),
  );
}

function redactList(list: readonly unknown[], place: NamePlace): unknown[] {
  const isArguments =
    place === "arguments" || list.some((each) => typeof each === "string" && /^--\w/.test(each));
  if (isArguments && list.every((each) => typeof each !== "object")) {
    return redactArguments(list);
  }
  const isPairs = list.every((each) => Array.isArray(each) && each.length === 2);
  return list.map((each) => {
    if (isPairs) {
      const [name, value] = each as [unknown, unknown];
      if (typeof name === "string" && isSecretName(name, place)) return [name, hide(name, value)];
    }
    return redactInside(each, place);
  });
}

function placeOf(key: string, around: NamePlace): NamePlace {
  if (environments.test(key)) return "environment";
  if (argumentLists.test(key)) return "arguments";
  return accounts.test(key.replace(/([a-z])([A-Z])/g, "$1_$2")) ? "credentials" : around;
}

/** Of `{ name: "API_KEY", value: "…" }` the second. */
function valueOfPair(
  object: Readonly<Record<string, unknown>>,
  around: NamePlace,
): string | undefined {
  const name = names.map((key) => object[key]).find((each) => typeof each === "string");
  if (typeof name !== "string") return undefined;
  const place = /^[A-Z][A-Z0-9_]*$/.test(name) ? "environment" : around;
  if (!isSecretName(name, place)) return undefined;
  return values.find((key) => Object.hasOwn(object, key));
}

/** Nothing is no secret, and neither is yes or no. */
function hide(name: string, value: unknown): unknown {
  if (value === undefined || value === null || value === "" || typeof value === "boolean") {
    return value;
  }
  const isTextToken = typeof value === "string" && /token$/i.test(name) && textToken.test(value);
  return isTextToken ? value : redacted;
}
