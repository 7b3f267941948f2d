const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lower = upper.toLowerCase();
const digits = "0123456789";
const all = upper + lower + digits;
const hex = "0123456789abcdef";

export interface Secret {
  readonly kind: string;
  /** As it is written. */
  readonly text: string;
  /** What must be found nowhere. */
  readonly planted: readonly string[];
}

export type Random = () => number;

export function pick<T>(random: Random, from: ArrayLike<T>): T {
  return from[Math.floor(random() * from.length)] as T;
}

export function text(random: Random, length: number, from = all): string {
  return Array.from({ length }, () => pick(random, from)).join("");
}

/** Secrets that services give out, each in the form that it is known by. */
export const shapes: Readonly<Record<string, (random: Random) => string>> = {
  Stripe: (r) => `${pick(r, ["sk", "rk"])}_${pick(r, ["live", "test"])}_${text(r, 24)}`,
  GitHub: (r) => `gh${pick(r, "opsur")}_${text(r, 36)}`,
  "GitHub, fine-grained": (r) => `github_pat_${text(r, 22)}_${text(r, 59)}`,
  GitLab: (r) => `glpat-${text(r, 20)}`,
  Slack: (r) => `xox${pick(r, "bpars")}-${text(r, 12, digits)}-${text(r, 24)}`,
  AWS: (r) => `${pick(r, ["AKIA", "ASIA"])}${text(r, 16, upper + digits)}`,
  Google: (r) => `AIza${text(r, 35)}`,
  "Google OAuth": (r) => `GOCSPX-${text(r, 28)}`,
  "Hugging Face": (r) => `hf_${text(r, 33)}7`,
  OpenAI: (r) => `sk-${pick(r, ["", "proj-"])}${text(r, 47)}1`,
  Anthropic: (r) => `sk-ant-api03-${text(r, 93)}AA`,
  npm: (r) => `npm_${text(r, 35)}4`,
  PyPI: (r) => `pypi-AgEIcHlwaS5vcmc${text(r, 60)}`,
  "JSON web token": (r) => `eyJ${text(r, 20)}.eyJ${text(r, 30)}.${text(r, 43)}`,
  SendGrid: (r) => `SG.${text(r, 22)}.${text(r, 43)}`,
  Twilio: (r) => `SK${text(r, 32, hex)}`,
  Shopify: (r) => `shpat_${text(r, 32, hex)}`,
  DigitalOcean: (r) => `dop_v1_${text(r, 64, hex)}`,
  Replicate: (r) => `r8_${text(r, 36)}2`,
  Groq: (r) => `gsk_${text(r, 51)}3`,
  Telegram: (r) => `${text(r, 9, "123456789")}:AA${text(r, 33)}`,
  Databricks: (r) => `dapi${text(r, 32, hex)}`,
  Vault: (r) => `hvs.${text(r, 24)}`,
  Linear: (r) => `lin_api_${text(r, 40)}`,
  "Slack's address": (r) =>
    `https://hooks.slack.com/services/T${text(r, 8)}/B${text(r, 8)}/${text(r, 24)}`,
  "Discord's address": (r) =>
    `https://discord.com/api/webhooks/${text(r, 18, digits)}/${text(r, 68)}`,
};

/** Names that say secret, as people write them. */
export const secretNames = [
  ...[
    "password",
    "dbPassword",
    "DB_PASSWORD",
    "passwd",
    "pwd",
    "passphrase",
    "secret",
    "client_secret",
  ],
  ...[
    "apiKey",
    "api_key",
    "API_KEY",
    "x-api-key",
    "OPENAI_API_KEY",
    "accessKey",
    "secretAccessKey",
  ],
  ...[
    "aws_secret_access_key",
    "privateKey",
    "token",
    "authToken",
    "GITHUB_TOKEN",
    "hfToken",
    "bearer",
  ],
  ...[
    "credentials",
    "auth",
    "authorization",
    "cookie",
    "sessionId",
    "smtpPass",
    "PGPASSWORD",
    "dsn",
  ],
];

/** What people make up, and what programs do: of any look, but always of eight characters or more. */
export function anySecret(random: Random): string {
  const kind = Math.floor(random() * 5);
  if (kind === 0) return text(random, 8 + Math.floor(random() * 12), digits);
  if (kind === 1) return text(random, 40, hex);
  if (kind === 2) return `${text(random, 6, lower)}${text(random, 2, digits)}!`;
  if (kind === 3) return text(random, 10, lower);
  return text(random, 20);
}

/** The block of a private key, with the lines of its inside. */
export function keyBlock(random: Random): Secret {
  const label = pick(random, [
    "RSA PRIVATE KEY",
    "PRIVATE KEY",
    "OPENSSH PRIVATE KEY",
    "EC PRIVATE KEY",
    "PGP PRIVATE KEY BLOCK",
  ]);
  const lines = Array.from(
    { length: 2 + Math.floor(random() * 20) },
    () => `${text(random, 61)}aZ9`,
  );
  lines.push(`${text(random, 18)}==`);
  return {
    kind: label,
    text: `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----`,
    planted: lines,
  };
}
