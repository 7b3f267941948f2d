/** In place of what looks like a secret. */
const redacted = "[left out: it looks like a secret]";

const secretNames =
  /(^|[._-])(password|passwd|passphrase|secret|secrets|token|api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|credential|credentials|authorization|bearer)$/;

/** Shapes of keys that services give out, of key files, and of passwords in addresses. */
const secretValues = [
  /\bsk-[\w-]{16,}/,
  /\b(ghp|gho|ghu|ghs|ghr|glpat|github_pat|hf|xox[abprs]|npm|pypi)[_-][\w-]{16,}/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bAIza[\w-]{30,}/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
  /\b(bearer|basic)\s+[\w+/=.-]{16,}/i,
];
/** `password = "…"` in a line of code or of a settings file. */
const secretAssignment =
  /(pass(word|wd|phrase)|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)["']?\s*[:=]\s*["']?[^\s"',;]{6,}/i;
/** Shorter ones are words, such as the token "cls". */
const shortestSecret = 6;

/** Whether a text has the shape of a secret. */
export function looksSecret(text: string): boolean {
  return secretValues.some((shape) => shape.test(text));
}

/** Whether a name says that its value is a secret: `apiKey`, `DB_PASSWORD`. */
export function namesSecret(name: string): boolean {
  return secretNames.test(name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase());
}

/** A config without the texts that look like secrets, by their name or their shape. */
export function redactConfig(value: unknown, name = ""): unknown {
  if (typeof value === "string") {
    const isSecret = looksSecret(value) || (namesSecret(name) && value.length >= shortestSecret);
    return isSecret ? redacted : value;
  }
  if (Array.isArray(value)) return value.map((each) => redactConfig(each, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, redactConfig(each, key)]),
  );
}

/** A text without the lines that look like they hold a secret. */
export function redactLines(text: string): string {
  return text
    .split("\n")
    .map((line) => (looksSecret(line) || secretAssignment.test(line) ? redacted : line))
    .join("\n");
}
